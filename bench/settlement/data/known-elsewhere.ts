/** The schemas of the services that hear of settled lines and keep what they know of them. */
export interface Elsewhere {
  commissions: string;
  attribution: string;
}

/** Who a line's shares belong to, in their order. */
const PARTIES = [
  { kind: 'promoter', fen: 'promoter_fen', named: 'brought' },
  { kind: 'agency', fen: 'agency_fen', named: 'managed' },
  { kind: 'recruiter', fen: 'service', named: 'recruited' },
  { kind: 'brand', fen: 'brand_fen', named: 'TRUE' },
] as const;

const instant = (column: string) => `DATE_FORMAT(${column}, '%Y-%m-%dT%H:%i:%s.000Z')`;
const ofPromoter = (what: string) => `IF(brought, CONCAT('books-${what}-', promoter_no), NULL)`;

/** Which rows of party_sale stand for the line, as JSON. */
const LISTED = `CONCAT('{"orderedAt":"', ${instant('paid_at')}, '","parties":[', CONCAT_WS(',', ${PARTIES.map(
  ({ kind, named }) => `IF(${named}, CONCAT('["${kind}","books-${kind}-', ${kind}_no, '","${kind}"]'), NULL)`,
).join(', ')}), ']}')`;

/**
 * Writes the lines of `new_line` as attribution and commissions know them once they were decided, divided and received;
 * so each of them has to find its line, fix it and show it as settled when it hears that it was.
 */
export function knownElsewhere({ commissions, attribution }: Elsewhere): string[] {
  return [
    `INSERT INTO ${attribution}.line (order_id, channel_id, line_no, payment_revision, order_revision, revision, present,
       payment_occurred_at, brand_id, buyer_key, ordered_at, paid_at, payment_channel, transaction_id, freight_fen,
       product_id, paid_fen, subsidy_fen, surface, promotion_code, outcome, river_promoter_id, pick_id, candidates,
       grant_impressions, updated_at)
     SELECT order_id, 'books', line_no, 1, 1, 1, 1, paid_at, CONCAT('books-brand-', brand_no), SHA2(order_no, 256),
       paid_at, paid_at, 'wechat', CONCAT('t', n), freight, CONCAT('books-product-', brand_no), base, 0,
       IF(brought, 'live', 'shelf'), ${ofPromoter('code')}, IF(brought, 'distribution', 'organic'),
       ${ofPromoter('promoter')}, ${ofPromoter('pick')},
       IF(brought, CONCAT('[{"rule":"carried-code","promotionCode":"books-code-', promoter_no,
         '","promoterId":"books-promoter-', promoter_no, '","verdict":"won"}]'), '[]'),
       IF(brought, base DIV 10, NULL), paid_at FROM new_line ORDER BY n`,
    `INSERT INTO ${commissions}.sale (order_id, channel_id, line_no, brand_id, ordered_at, payment_occurred_at,
       payment_channel, transaction_id, order_revision, decision_revision, present, product_id, paid_fen, subsidy_fen,
       freight_fen, refunds, outcome, promoter_id, pick_id, assistant_ids, waits, base_fen, revision, announced_hash,
       announced_basis, listed)
     SELECT order_id, 'books', line_no, CONCAT('books-brand-', brand_no), paid_at, paid_at, 'wechat', CONCAT('t', n), 1,
       1, 1, CONCAT('books-product-', brand_no), base, 0, freight, '[]', IF(brought, 'distribution', 'organic'),
       ${ofPromoter('promoter')}, ${ofPromoter('pick')}, '[]', 0, base, 1, LEFT(SHA2(n, 256), 43),
       CONCAT(TRIM(TRAILING ']' FROM divided_by), IF(brought, ',"2020-01-01T00:00:00.000Z"]', ',null]')),
       ${LISTED} FROM new_line ORDER BY n`,
    ...PARTIES.map(
      ({ kind, fen, named }) =>
        `INSERT INTO ${commissions}.party_sale (party_kind, party_id, ordered_at, channel_id, order_id, line_no, share,
           state, estimated_fen, updated_at)
         SELECT '${kind}', CONCAT('books-${kind}-', ${kind}_no) AS party, paid_at, 'books', order_id, line_no, '${kind}',
           'confirmed', ${fen}, received_at FROM new_line WHERE ${named} ORDER BY party, paid_at, order_id, line_no`,
    ),
    `INSERT INTO ${commissions}.order_receipt (order_id, channel_id, received_at, receipt_revision)
     SELECT order_id, 'books', received_at, 1 FROM new_line WHERE line_no = 1 ORDER BY n`,
  ];
}
