import { Injectable } from '@nestjs/common';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { DataOf } from '@chuanliu/contracts/define-event';
import type { pickKnown } from '@chuanliu/contracts/product-pool/pick-known.v1';
import { insertRows, takeNew } from '@chuanliu/database/insert-rows';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { inOrder, type Span } from '@chuanliu/dated-facts/versions';
import { DueLines } from '../decide-again/due-lines';
import type { AssistRate } from '../domain/knowledge';
import { compare } from '../storage/line';
import { readInParts } from '../storage/read-in-parts';

type PickKnown = DataOf<typeof pickKnown>;

/** The instants of a pick between which it may win sales. */
interface Reach {
  from: UtcInstant;
  to: UtcInstant | null;
  termsFrom: UtcInstant | null;
  /** Where no terms are in force since they began, as JSON; null: nowhere. */
  withoutTerms: string | null;
  /** Its assist rates, as JSON; null: none of its terms has one. */
  assistRates: string | null;
}

interface Learned {
  pick: PickKnown;
  reach: Reach;
  known: (Reach & { revision: number }) | null;
}

const COLUMNS = [
  'pick_id',
  'promoter_id',
  'product_id',
  'promotion_code',
  'holds_from',
  'holds_to',
  'terms_from',
  'without_terms',
  'assist_rates',
  'terms',
  'revision',
];

/** Learns picks and finds the lines that looked for them, or looked at them as they were. */
@Injectable()
export class LearnPicks {
  constructor(private readonly dueLines: DueLines) {}

  async learn(tx: Tx, picks: readonly PickKnown[]): Promise<void> {
    const learned = await newsOf(tx, picks);
    await save(tx, learned);
    // A code that was unknown may be carried by any line; a known one changes lines ordered since it differs.
    const fresh = learned.filter(({ known }) => !known);
    await this.noteLinesOfCodes(tx, fresh);
    await this.noteLinesOnAccounts(tx, fresh, earliest(fresh.map(({ reach }) => reach.from)));

    const changed = learned.filter(({ known, reach }) => known && differsFrom(known, reach) !== null);
    const since = earliest(changed.map(({ known, reach }) => differsFrom(known!, reach)!));
    await this.noteLinesOfCodes(tx, changed, since);
    await this.noteLinesOnAccounts(tx, changed, since);
  }

  private async noteLinesOfCodes(tx: Tx, learned: readonly Learned[], since?: UtcInstant): Promise<void> {
    if (learned.length === 0) return;
    await this.dueLines.noteFound(
      tx,
      `FROM line l WHERE l.promotion_code IN (?) ${since ? 'AND l.ordered_at >= ?' : ''}`,
      [learned.map(({ pick }) => pick.promotionCode), ...(since ? [toColumn(since)] : [])],
    );
    const codes = learned.map(({ pick }) => pick.promotionCode);
    await this.dueLines.noteFound(
      tx,
      `FROM touch_lookup l WHERE l.kind = 'code' AND l.name IN (?) ${since ? 'AND l.ordered_at >= ?' : ''}`,
      [codes, ...(since ? [toColumn(since)] : [])],
    );
  }

  /** Purchases of the product on any account that ever was the promoter's, or after a touch on one. */
  private async noteLinesOnAccounts(tx: Tx, learned: readonly Learned[], since: UtcInstant | undefined): Promise<void> {
    if (learned.length === 0 || !since) return;
    const accounts = `(SELECT DISTINCT account_id FROM account_version WHERE owner_id IN (?) AND owner_kind = 'promoter') a`;
    const promoters = [...new Set(learned.map(({ pick }) => pick.promoterId))];
    const products = [...new Set(learned.map(({ pick }) => pick.productId))];
    await this.dueLines.noteFound(
      tx,
      `FROM ${accounts} JOIN line l ON l.account_id = a.account_id WHERE l.ordered_at >= ? AND l.product_id IN (?)`,
      [promoters, toColumn(since), products],
    );
    await this.dueLines.noteFound(
      tx,
      `FROM ${accounts} JOIN touch_lookup l ON l.kind = 'account' AND l.name = a.account_id
       WHERE l.ordered_at >= ? AND l.product_id IN (?)`,
      [promoters, toColumn(since), products],
    );
  }
}

/** Of each pick the greatest revision, where it is greater than the one known. */
async function newsOf(tx: Tx, picks: readonly PickKnown[]): Promise<Learned[]> {
  const newest = new Map<string, PickKnown>();
  for (const pick of picks) {
    if (pick.revision > (newest.get(pick.pickId)?.revision ?? 0)) newest.set(pick.pickId, pick);
  }
  const rows = await readInParts<{
    pick_id: string;
    holds_from: string;
    holds_to: string | null;
    terms_from: string | null;
    without_terms: string | null;
    assist_rates: string | null;
    revision: number;
  }>(
    tx,
    'SELECT pick_id, holds_from, holds_to, terms_from, without_terms, assist_rates, revision FROM pick WHERE pick_id IN (?) FOR UPDATE',
    [...newest.keys()].sort(compare),
  );
  const known = new Map(rows.map(row => [row.pick_id, row]));
  return [...newest.values()]
    .filter(pick => pick.revision > (known.get(pick.pickId)?.revision ?? 0))
    .map(pick => {
      const row = known.get(pick.pickId);
      const before = row && {
        from: fromColumn(row.holds_from),
        to: fromColumn(row.holds_to),
        termsFrom: fromColumn(row.terms_from),
        withoutTerms: row.without_terms,
        assistRates: row.assist_rates,
        revision: row.revision,
      };
      return { pick, reach: reachOf(pick), known: before ?? null };
    });
}

const reachOf = ({ from, to, terms }: PickKnown): Reach => ({
  from,
  to,
  termsFrom: earliest(terms.map(each => each.effectiveFrom)) ?? null,
  withoutTerms: spansWithout(terms),
  assistRates: assistRatesOf(terms),
});

/** Terms that have an end are followed by none until the next ones begin. */
function spansWithout(terms: PickKnown['terms']): string | null {
  const series = inOrder(terms);
  const spans = series.flatMap(({ effectiveTo: from }, i): Span[] =>
    from === undefined ? [] : [{ from, to: series[i + 1]?.effectiveFrom ?? null }],
  );
  return spans.length === 0 ? null : JSON.stringify(spans);
}

/** Each instant from which another assist rate holds. */
function assistRatesOf(terms: PickKnown['terms']): string | null {
  let last = 0;
  const rates = inOrder(terms).flatMap(({ effectiveFrom, assistBps }): AssistRate[] => {
    if (assistBps === last) return [];
    last = assistBps;
    return [{ effectiveFrom, assistBps }];
  });
  return rates.length === 0 ? null : JSON.stringify(rates);
}

/** The first instant from which two states of a pick may decide differently; null when they never do. Of new rates only that of assists does. */
export function differsFrom(before: Reach, now: Reach): UtcInstant | null {
  const differing = (['from', 'to', 'termsFrom'] as const).filter(field => before[field] !== now[field]);
  const instants = differing.flatMap(field => [before[field], now[field]]).filter(instant => instant !== null);
  if (before.withoutTerms !== now.withoutTerms) instants.push(...startsOf(before), ...startsOf(now));
  if (before.assistRates !== now.assistRates) instants.push(...ratesFrom(before), ...ratesFrom(now));
  return earliest(instants) ?? null;
}

const ratesFrom = ({ assistRates }: Reach): UtcInstant[] =>
  assistRates === null ? [] : (JSON.parse(assistRates) as AssistRate[]).map(rate => rate.effectiveFrom);

/** Where spans without terms begin: no line before the first of them is concerned. */
const startsOf = ({ withoutTerms }: Reach): UtcInstant[] =>
  withoutTerms === null ? [] : (JSON.parse(withoutTerms) as Span[]).map(span => span.from);

function earliest(instants: readonly UtcInstant[]): UtcInstant | undefined {
  return instants.reduce<UtcInstant | undefined>((least, each) => (least && least < each ? least : each), undefined);
}

async function save(tx: Tx, learned: readonly Learned[]): Promise<void> {
  const rows = learned.map(({ pick, reach }) => [
    pick.pickId,
    pick.promoterId,
    pick.productId,
    pick.promotionCode,
    toColumn(reach.from),
    toColumn(reach.to),
    toColumn(reach.termsFrom),
    reach.withoutTerms,
    reach.assistRates,
    JSON.stringify(inOrder(pick.terms)),
    pick.revision,
  ]);
  await insertRows(tx, 'pick', COLUMNS, rows, { onDuplicate: takeNew(...COLUMNS.slice(1)) });
}
