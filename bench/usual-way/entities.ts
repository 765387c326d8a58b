import { EntitySchema } from 'typeorm';

type Column = 'text' | 'id' | 'amount' | 'number' | 'instant' | 'generated';
const types = {
  text: { type: 'text' },
  id: { type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' },
  amount: { type: 'bigint' },
  number: { type: 'int' },
  instant: { type: 'datetime', precision: 3 },
  generated: { type: 'bigint', generated: 'increment' },
} as const;

/** An entity of a few columns; those of the primary key come first. */
function entity(name: string, keys: Record<string, Column>, others: Record<string, Column>) {
  const columns = Object.fromEntries([
    ...Object.entries(keys).map(([column, type]) => [column, { ...types[type], primary: true }]),
    ...Object.entries(others).map(([column, type]) => [column, types[type]]),
  ]) as Record<string, { type: 'text' }>;
  return new EntitySchema<Record<string, unknown>>({ name, tableName: name, columns });
}

const line = { order_id: 'id', line_no: 'number' } as const;

/** The rows that the floor writes as well, one entity each; by the service that owns them. */
export const entities = {
  orders: {
    orderFact: entity('order_fact', { order_id: 'id', event_id: 'id' }, { hash: 'id', contents: 'text' }),
    orderState: entity('order_state', { order_id: 'id' }, { revision: 'number', brand_id: 'id' }),
    orderLine: entity('order_line', line, { product_id: 'id', paid_fen: 'amount' }),
  },
  attribution: {
    line: entity('line', line, {
      brand_id: 'id',
      buyer_key: 'id',
      product_id: 'id',
      paid_fen: 'amount',
      outcome: 'id',
      promoter_id: 'id',
    }),
    candidate: entity('candidate', { ...line, candidate_no: 'number' }, { rule: 'id', verdict: 'id' }),
    riverMember: entity('river_member', { brand_id: 'id', buyer_key: 'id', ...line }, {}),
    trafficGrant: entity('traffic_grant', { party_id: 'id', ...line }, { impressions: 'amount' }),
  },
  commissions: {
    sale: entity('sale', line, { brand_id: 'id', promoter_id: 'id', base_fen: 'amount', terms: 'text' }),
    share: entity('share', { ...line, share: 'id' }, { party_id: 'id', amount_fen: 'amount' }),
    partySale: entity('party_sale', { party_id: 'id', ...line }, { estimated_fen: 'amount' }),
  },
  settlement: {
    ledgerLine: entity('ledger_line', line, { revision: 'number' }),
    posting: entity(
      'posting',
      { posting_id: 'generated' },
      { order_id: 'id', line_no: 'number', occurred_at: 'instant' },
    ),
    postingEntry: entity(
      'posting_entry',
      { posting_id: 'amount', entry_no: 'number' },
      { account: 'id', amount_fen: 'amount' },
    ),
    balance: entity('balance', { account: 'id' }, { amount_fen: 'amount' }),
  },
};
