/** Every stream, its producer, and what its messages are keyed by. Partition counts never change once data flows. */
export const PARTITIONS = 12;

export interface Topic {
  name: string;
  keyedBy: string;
  maxMessageBytes: number;
}

const MiB = 1024 * 1024;

export const topics = {
  orderIntake: { name: 'gateway.order-intake', keyedBy: 'channelId/orderId', maxMessageBytes: 16 * MiB },
  touches: { name: 'gateway.touches', keyedBy: 'buyerKey', maxMessageBytes: MiB },
  orderEvents: { name: 'orders.order-events', keyedBy: 'orderId', maxMessageBytes: 16 * MiB },
  saleEvents: { name: 'attribution.sale-events', keyedBy: 'orderId', maxMessageBytes: 16 * MiB },
  appealEvents: { name: 'attribution.appeal-events', keyedBy: 'orderId', maxMessageBytes: MiB },
  splitEvents: { name: 'commissions.split-events', keyedBy: 'orderId', maxMessageBytes: 16 * MiB },
  settlementEvents: { name: 'settlement.settlement-events', keyedBy: 'orderId or party', maxMessageBytes: MiB },
  partnerEvents: { name: 'partners.partner-events', keyedBy: 'partyId', maxMessageBytes: MiB },
  termsEvents: { name: 'product-pool.terms-events', keyedBy: 'productId', maxMessageBytes: MiB },
  sampleEvents: { name: 'product-pool.sample-events', keyedBy: 'promoterId', maxMessageBytes: MiB },
} as const satisfies Record<string, Topic>;
