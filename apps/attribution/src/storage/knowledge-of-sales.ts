import type { UtcInstant } from '@chuanliu/contracts/instants';
import { fromColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { holdsAt, versionInForce, type Span } from '@chuanliu/dated-facts/versions';
import { ACCOUNT_SURFACES } from '../domain/decide-sale';
import type { AssistRate, Knowledge, Owner, Pick } from '../domain/knowledge';
import type { Sale } from '../domain/sale';
import type { Touch } from '../domain/touch';
import { appendTo } from './append-to';
import { readInParts } from './read-in-parts';
import type { Reader } from './reader';

type OwnerVersion = Owner & { effectiveFrom: string };

interface PickRow {
  pick_id: string;
  promoter_id: string;
  product_id: string;
  promotion_code: string;
  holds_from: string;
  holds_to: string | null;
  terms_from: string | null;
  without_terms: string | null;
  assist_rates: string | null;
}

const PICKS =
  'SELECT pick_id, promoter_id, product_id, promotion_code, holds_from, holds_to, terms_from, without_terms, assist_rates FROM pick';

/** A sale to be decided, and the touches that may name somebody for it. */
export interface Inquiry {
  sale: Sale;
  touches: readonly Touch[];
}

/** Reads, once for all these sales, whatever deciding them may ask. */
export async function knowledgeOf(tx: Tx, inquiries: readonly Inquiry[]): Promise<Knowledge> {
  const byCode = await picksByCode(tx, inquiries);
  const owners = await ownersOfAccounts(tx, inquiries);
  const ownerOf = (accountId: string, at: string) => versionInForce(owners.get(accountId), at);
  const byPromoter = await picksOfOwners(tx, inquiries, ownerOf);

  const byId = new Map<string, Pick>();
  for (const pick of byCode.values()) byId.set(pick.pickId, pick);
  for (const picks of byPromoter.values()) for (const pick of picks) byId.set(pick.pickId, pick);
  const promoters = [...new Set([...byId.values()].map(pick => pick.promoterId))];
  const suspensions = await suspensionsOf(tx, promoters);
  const buyers = await buyersOf(
    tx,
    inquiries.map(({ sale }) => sale),
    promoters,
  );

  return {
    pick: pickId => byId.get(pickId),
    pickOfCode: code => byCode.get(code),
    picksOf: (promoterId, productId) => byPromoter.get(`${promoterId}/${productId}`) ?? [],
    ownerOf,
    isSuspended: (promoterId, at) => (suspensions.get(promoterId) ?? []).some(span => holdsAt(span, at)),
    isBuyerOf: (promoterId, buyerKey) => buyers.has(`${promoterId}/${buyerKey}`),
  };
}

async function picksByCode(tx: Tx, inquiries: readonly Inquiry[]): Promise<Map<string, Pick>> {
  const codes = inquiries.flatMap(({ sale, touches }) => [sale.promotionCode, ...touches.map(t => t.promotionCode)]);
  const rows = await readInParts<PickRow>(tx, `${PICKS} WHERE promotion_code IN (?)`, distinct(codes));
  return new Map(rows.map(row => [row.promotion_code, pickOf(row)]));
}

/** The accounts that deciding a sale may look at, with the instant whose owner counts. */
function accountsOf({ sale, touches }: Inquiry): Array<{ accountId: string; at: UtcInstant }> {
  const accounts = touches.map(touch => ({ accountId: touch.accountId, at: touch.occurredAt }));
  if (ACCOUNT_SURFACES.has(sale.surface)) accounts.push({ accountId: sale.accountId, at: sale.orderedAt });
  return accounts.filter((each): each is { accountId: string; at: UtcInstant } => each.accountId !== null);
}

async function ownersOfAccounts(tx: Tx, inquiries: readonly Inquiry[]): Promise<Map<string, OwnerVersion[]>> {
  const rows = await readInParts<{
    account_id: string;
    effective_from: string;
    owner_kind: Owner['kind'];
    owner_id: string;
  }>(
    tx,
    'SELECT account_id, effective_from, owner_kind, owner_id FROM account_version WHERE account_id IN (?)',
    distinct(inquiries.flatMap(accountsOf).map(({ accountId }) => accountId)),
  );
  const owners = new Map<string, OwnerVersion[]>();
  for (const row of rows) {
    appendTo(owners, row.account_id, {
      effectiveFrom: fromColumn(row.effective_from),
      kind: row.owner_kind,
      id: row.owner_id,
    });
  }
  return owners;
}

/** Picks of the promoters on whose accounts these products were bought or touched, by `promoter/product`. */
async function picksOfOwners(
  tx: Tx,
  inquiries: readonly Inquiry[],
  ownerOf: (accountId: string, at: string) => Owner | undefined,
): Promise<Map<string, Pick[]>> {
  const wanted = new Map<string, [string, string]>();
  for (const inquiry of inquiries) {
    const { productId } = inquiry.sale;
    for (const { accountId, at } of accountsOf(inquiry)) {
      const owner = ownerOf(accountId, at);
      if (owner?.kind === 'promoter') wanted.set(`${owner.id}/${productId}`, [owner.id, productId]);
    }
  }
  const rows = await readInParts<PickRow>(tx, `${PICKS} WHERE (promoter_id, product_id) IN (?)`, [...wanted.values()]);
  const picks = new Map<string, Pick[]>();
  for (const row of rows) appendTo(picks, `${row.promoter_id}/${row.product_id}`, pickOf(row));
  return picks;
}

/** What a promoter ever held of a product. */
export async function picksHeld(reader: Reader, promoterId: string, productId: string): Promise<Pick[]> {
  const rows = await reader.query<PickRow>(`${PICKS} WHERE promoter_id = ? AND product_id = ?`, [
    promoterId,
    productId,
  ]);
  return rows.map(pickOf);
}

async function suspensionsOf(tx: Tx, promoters: readonly string[]): Promise<Map<string, Span[]>> {
  const rows = await readInParts<{ promoter_id: string; suspended_from: string; suspended_to: string | null }>(
    tx,
    'SELECT promoter_id, suspended_from, suspended_to FROM suspension WHERE promoter_id IN (?)',
    promoters,
  );
  const spans = new Map<string, Span[]>();
  for (const row of rows) {
    appendTo(spans, row.promoter_id, { from: fromColumn(row.suspended_from), to: fromColumn(row.suspended_to) });
  }
  return spans;
}

/** Registered buyers as `promoter/buyer`. Read by promoter: they have few, and a slice's buyers are many. */
async function buyersOf(tx: Tx, sales: readonly Sale[], promoters: readonly string[]): Promise<Set<string>> {
  if (sales.every(sale => sale.buyerKey === null)) return new Set();
  const rows = await readInParts<{ promoter_id: string; buyer_key: string }>(
    tx,
    'SELECT promoter_id, buyer_key FROM promoter_buyer_key WHERE promoter_id IN (?)',
    promoters,
  );
  return new Set(rows.map(row => `${row.promoter_id}/${row.buyer_key}`));
}

const pickOf = (row: PickRow): Pick => ({
  pickId: row.pick_id,
  promoterId: row.promoter_id,
  productId: row.product_id,
  promotionCode: row.promotion_code,
  from: fromColumn(row.holds_from),
  to: fromColumn(row.holds_to),
  termsFrom: fromColumn(row.terms_from),
  assistRates: row.assist_rates === null ? [] : (JSON.parse(row.assist_rates) as AssistRate[]),
  withoutTerms: row.without_terms === null ? [] : (JSON.parse(row.without_terms) as Span[]),
});

const distinct = (texts: ReadonlyArray<string | null>): string[] => [
  ...new Set(texts.filter((text): text is string => text !== null)),
];
