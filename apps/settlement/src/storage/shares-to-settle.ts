/** Of a line of a due order, `l`: it is worth something, nobody settled it, and no hold lies on it. */
export const IS_TO_SETTLE = 'l.settled_run IS NULL AND l.base_fen > 0 AND l.is_held = 0';

/**
 * The entries `e`, of postings `p` of lines `l` of orders `o`, that a settlement moves: parties' shares of lines that are to
 * be settled, and freight of orders whose freight was not, whatever becomes of their lines. Goes on with `AND …`, which says
 * of which orders. All of these entries are on `pending` accounts, since nothing of them was settled before; that their
 * postings are of payments and refunds follows from their shares, and is not asked, so that an index answers for postings.
 */
export const SHARES_TO_SETTLE = `order_life o
     JOIN ledger_line l ON l.order_id = o.order_id AND l.channel_id = o.channel_id
     JOIN posting p ON p.order_id = l.order_id AND p.channel_id = l.channel_id AND p.line_no = l.line_no
     JOIN posting_entry e ON e.posting_id = p.posting_id
     WHERE ((e.share = 'freight' AND o.freight_run IS NULL) OR
       (e.share NOT IN ('freight', 'tech-fee', 'promotion-fee') AND ${IS_TO_SETTLE}))`;
