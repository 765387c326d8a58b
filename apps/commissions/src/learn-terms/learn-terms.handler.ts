import { Injectable } from '@nestjs/common';
import type { pickKnown } from '@chuanliu/contracts/product-pool/pick-known.v1';
import { insertRows, takeNew } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { BEGINNING_OF_TIME, inOrder } from '@chuanliu/dated-facts/versions';
import { DueWork } from '@chuanliu/messaging/due-work';
import type { EventOf } from '@chuanliu/messaging/on-events';
import { areBearable, type PickTerms } from '@chuanliu/split-rules/terms-in-force';
import { termsExceedSale } from '../domain/commission.problems';
import { enqueueConcerned, type ConcernedSales } from '../storage/due-line';
import { firstDifference } from './first-difference';

interface ToldPick {
  pickId: string;
  revision: number;
  terms: PickTerms[];
}

/** Learns the terms of picks, and has the sales split again to which other terms apply now. */
@Injectable()
export class LearnTermsHandler {
  constructor(private readonly dueWork: DueWork) {}

  /** @throws Problem `commissions/terms-exceed-sale` for terms that no sale can bear: the event is parked */
  async run(events: ReadonlyArray<EventOf<typeof pickKnown>>, tx: Tx): Promise<void> {
    const told = newestOf(events);
    const known = await knownPicks(tx, [...told.keys()]);
    const newer = [...told.values()].filter(pick => pick.revision > (known.get(pick.pickId)?.revision ?? 0));
    for (const { pickId, terms } of newer) refuseUnbearable(pickId, terms);
    await insertRows(
      tx,
      'pick_terms',
      ['pick_id', 'revision', 'terms'],
      newer.map(({ pickId, revision, terms }) => [pickId, revision, JSON.stringify(terms)]),
      { onDuplicate: takeNew('revision', 'terms') },
    );
    const concerned = newer.flatMap(pick => concernedBy(pick, known.get(pick.pickId)));
    if ((await enqueueConcerned(tx, concerned)) > 0) tx.afterCommit(() => this.dueWork.wake());
  }
}

/** A pick's announcement may also tell of its end, which changes no sale. */
function concernedBy(pick: ToldPick, before: ToldPick | undefined): ConcernedSales[] {
  const from = before ? firstDifference(before.terms, pick.terms) : BEGINNING_OF_TIME;
  return from === undefined ? [] : [{ of: { column: 'pick_id', id: pick.pickId }, from, to: null }];
}

function refuseUnbearable(pickId: string, terms: readonly PickTerms[]): void {
  const wrong = terms.find(version => !areBearable(version));
  if (wrong) throw termsExceedSale(pickId, wrong.commissionBps, wrong.serviceBps, wrong.secondServiceBps);
}

function newestOf(events: ReadonlyArray<EventOf<typeof pickKnown>>): Map<string, ToldPick> {
  const newest = new Map<string, ToldPick>();
  for (const { data } of events) {
    const { pickId, revision } = data;
    if (revision <= (newest.get(pickId)?.revision ?? 0)) continue;
    newest.set(pickId, { pickId, revision, terms: inOrder(data.terms) });
  }
  return newest;
}

async function knownPicks(tx: Tx, pickIds: string[]): Promise<Map<string, ToldPick>> {
  const rows = await tx.query<{ pick_id: string; revision: number; terms: string }>(
    'SELECT pick_id, revision, terms FROM pick_terms WHERE pick_id IN (?) ORDER BY pick_id FOR UPDATE',
    [pickIds],
  );
  return new Map(
    rows.map(({ pick_id: pickId, revision, terms }) => [
      pickId,
      { pickId, revision, terms: JSON.parse(terms) as PickTerms[] },
    ]),
  );
}
