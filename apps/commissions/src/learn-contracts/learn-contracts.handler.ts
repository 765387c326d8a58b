import { Injectable } from '@nestjs/common';
import type { agencyContract } from '@chuanliu/contracts/partners/agency-contract.v1';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { insertRows, takeNew } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { DueWork } from '@chuanliu/messaging/due-work';
import type { EventOf } from '@chuanliu/messaging/on-events';
import { enqueueConcerned, type ConcernedSales } from '../storage/due-line';

type Contract = EventOf<typeof agencyContract>['data'];
type KnownContract = Pick<Contract, 'to' | 'revision'>;

/** Learns under which agency a promoter works, and has the sales split again that begin or cease to fall under a contract. */
@Injectable()
export class LearnContractsHandler {
  constructor(private readonly dueWork: DueWork) {}

  async run(events: ReadonlyArray<EventOf<typeof agencyContract>>, tx: Tx): Promise<void> {
    const told = newestOf(events);
    const known = await knownContracts(tx, [...told.values()]);
    const newer = [...told].filter(([name, contract]) => contract.revision > (known.get(name)?.revision ?? 0));
    await insertRows(
      tx,
      'agency_contract',
      ['promoter_id', 'from_at', 'to_at', 'agency_id', 'agency_bps', 'revision'],
      newer.map(([, it]) => [
        it.promoterId,
        toColumn(it.from),
        toColumn(it.to),
        it.agencyId,
        it.agencyBps,
        it.revision,
      ]),
      { onDuplicate: takeNew('to_at', 'agency_id', 'agency_bps', 'revision') },
    );
    const concerned = newer.map(([name, contract]) => concernedBy(contract, known.get(name)));
    if ((await enqueueConcerned(tx, concerned)) > 0) tx.afterCommit(() => this.dueWork.wake());
  }
}

/** A new contract concerns its whole span; of a known one only the end may move, which concerns the time between the two ends. */
function concernedBy(contract: Contract, before: KnownContract | undefined): ConcernedSales {
  const of = { column: 'promoter_id' as const, id: contract.promoterId };
  if (!before) return { of, from: contract.from, to: contract.to };
  const [earlier, later] = [before.to, contract.to].sort((a, b) => (endOf(a) < endOf(b) ? -1 : 1));
  return { of, from: endOf(earlier ?? null), to: later ?? null };
}

const endOf = (to: string | null): string => to ?? '9999-12-31T23:59:59.999Z';

const nameOf = (promoterId: string, from: string) => `${promoterId}/${from}`;

function newestOf(events: ReadonlyArray<EventOf<typeof agencyContract>>): Map<string, Contract> {
  const newest = new Map<string, Contract>();
  for (const { data } of events) {
    const name = nameOf(data.promoterId, data.from);
    if (data.revision > (newest.get(name)?.revision ?? 0)) newest.set(name, data);
  }
  return newest;
}

async function knownContracts(tx: Tx, contracts: readonly Contract[]): Promise<Map<string, KnownContract>> {
  const rows = await tx.query<{ promoter_id: string; from_at: string; to_at: string | null; revision: number }>(
    'SELECT promoter_id, from_at, to_at, revision FROM agency_contract WHERE promoter_id IN (?) FOR UPDATE',
    [[...new Set(contracts.map(contract => contract.promoterId))]],
  );
  return new Map(
    rows.map(row => [
      nameOf(row.promoter_id, fromColumn(row.from_at)),
      { to: fromColumn(row.to_at), revision: row.revision },
    ]),
  );
}
