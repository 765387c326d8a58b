import type { saleAttributed } from '@chuanliu/contracts/attribution/sale-attributed.v1';
import type { commissionSplit } from '@chuanliu/contracts/commissions/commission-split.v1';
import type { DataOf } from '@chuanliu/contracts/define-event';
import type { orderPaid } from '@chuanliu/contracts/orders/order-paid.v1';
import type { TakenIn } from '../load/orders';

/** Collects the rows of a slice by table; each table is then filled by one statement. */
export type AddRow = (table: string, ...values: unknown[]) => void;

/** One process of the floor: what it reads, writes and says. There are no rules: every sale has the same rows. */
export interface Hop {
  hears: string;
  says: string | null;
  tables: string;
  /** Tables whose last column is summed up per slice, on top of what is there. */
  sums?: string[];
  /** @returns the next event, in the shape and size of the real one */
  derive(event: never, add: AddRow): object | undefined;
}

const id = 'VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL';
const amount = 'BIGINT NOT NULL';

export const hops: Record<string, Hop> = {
  orders: {
    hears: 'gateway.order-intake',
    says: 'orders.order-events',
    tables: `order_fact (order_id ${id}, event_id ${id}, hash BINARY(32) NOT NULL, contents TEXT NOT NULL, PRIMARY KEY (order_id, event_id));
      order_state (order_id ${id} PRIMARY KEY, revision INT NOT NULL, brand_id ${id});
      order_line (order_id ${id}, line_no INT NOT NULL, product_id ${id}, paid_fen ${amount}, PRIMARY KEY (order_id, line_no))`,
    derive({ channelId, orderId, eventId, occurredAt, hash, payment }: TakenIn, add): DataOf<typeof orderPaid> {
      const { lines, ...head } = payment!;
      add('order_fact', orderId, eventId, Buffer.from(hash, 'hex'), JSON.stringify(payment));
      add('order_state', orderId, 1, head.brandId);
      for (const line of lines) add('order_line', orderId, line.lineNo, line.productId, line.paidFen);
      return { channelId, orderId, orderRevision: 1, payment: { occurredAt, ...head }, lines };
    },
  },
  attribution: {
    hears: 'orders.order-events',
    says: 'attribution.sale-events',
    tables: `line (order_id ${id}, line_no INT NOT NULL, brand_id ${id}, buyer_key CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        product_id ${id}, paid_fen ${amount}, outcome ${id}, promoter_id ${id}, PRIMARY KEY (order_id, line_no));
      candidate (order_id ${id}, line_no INT NOT NULL, candidate_no INT NOT NULL, rule ${id}, verdict ${id}, PRIMARY KEY (order_id, line_no, candidate_no));
      river_member (brand_id ${id}, buyer_key CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, order_id ${id}, line_no INT NOT NULL, PRIMARY KEY (brand_id, buyer_key, order_id, line_no));
      traffic_grant (party_id ${id}, order_id ${id}, line_no INT NOT NULL, impressions ${amount}, PRIMARY KEY (party_id, order_id, line_no))`,
    derive({ channelId, orderId, payment, lines }: DataOf<typeof orderPaid>, add): DataOf<typeof saleAttributed> {
      const { brandId, buyerKey, orderedAt, paidAt, occurredAt, channel, transactionId, freightFen } = payment!;
      const promoterId = `promoter-of-${lines[0]!.scene.promotionCode ?? brandId}`;
      for (const line of lines) {
        const { lineNo, productId, paidFen } = line;
        add('line', orderId, lineNo, brandId, buyerKey, productId, paidFen, 'distribution', promoterId);
        add('candidate', orderId, lineNo, 1, 'carried-code', 'won');
        add('river_member', brandId, buyerKey, orderId, lineNo);
        add('traffic_grant', brandId, orderId, lineNo, Math.floor(paidFen / 10));
      }
      return {
        channelId,
        orderId,
        brandId,
        orderedAt,
        paidAt,
        paymentOccurredAt: occurredAt,
        paymentChannel: channel,
        transactionId,
        lines: lines.map(({ lineNo, productId, paidFen, platformSubsidyFen }) => ({
          lineNo,
          revision: 1,
          orderRevision: 1,
          present: true,
          productId,
          paidFen,
          platformSubsidyFen,
          freightFen,
          refunds: [],
          tag: null,
          outcome: 'distribution',
          promoterId,
          pickId: promoterId,
          assistantIds: [],
        })),
      };
    },
  },
  commissions: {
    hears: 'attribution.sale-events',
    says: 'commissions.split-events',
    tables: `sale (order_id ${id}, line_no INT NOT NULL, brand_id ${id}, promoter_id ${id}, base_fen ${amount}, terms TEXT NOT NULL, PRIMARY KEY (order_id, line_no));
      share (order_id ${id}, line_no INT NOT NULL, share ${id}, party_id ${id}, amount_fen ${amount}, PRIMARY KEY (order_id, line_no, share));
      party_sale (party_id ${id}, order_id ${id}, line_no INT NOT NULL, estimated_fen ${amount}, PRIMARY KEY (party_id, order_id, line_no))`,
    derive(sale: DataOf<typeof saleAttributed>, add): DataOf<typeof commissionSplit> {
      const { channelId, orderId, brandId, paymentChannel, transactionId } = sale;
      const lines = sale.lines.map(({ lineNo, promoterId, paidFen, platformSubsidyFen, freightFen }) => {
        const base = paidFen + platformSubsidyFen;
        const [commission, fee] = [Math.floor(base / 5), Math.floor(base / 20)];
        const shares = [
          { share: 'promoter' as const, partyId: promoterId, amountFen: commission },
          { share: 'tech-fee' as const, partyId: null, amountFen: fee },
          { share: 'brand' as const, partyId: brandId, amountFen: base - commission - fee },
        ];
        add('sale', orderId, lineNo, brandId, promoterId, base, '{"commissionBps":2000,"techFeeBps":500}');
        for (const s of shares) add('share', orderId, lineNo, s.share, s.partyId ?? 'platform', s.amountFen);
        add('party_sale', promoterId, orderId, lineNo, commission);
        add('party_sale', brandId, orderId, lineNo, base - commission - fee);
        const amounts = { movedFen: paidFen, freightFen, subsidyFen: platformSubsidyFen, excessFen: 0, baseFen: base };
        const step = { refundId: null, occurredAt: sale.paymentOccurredAt, transactionId, ...amounts, shares };
        return {
          lineNo,
          revision: 1,
          orderRevision: 1,
          decisionRevision: 1,
          outcome: 'distribution' as const,
          steps: [step],
        };
      });
      return { channelId, orderId, brandId, paymentChannel, lines };
    },
  },
  settlement: {
    hears: 'commissions.split-events',
    says: null,
    tables: `ledger_line (order_id ${id}, line_no INT NOT NULL, revision INT NOT NULL, PRIMARY KEY (order_id, line_no));
      posting (posting_id BIGINT NOT NULL PRIMARY KEY, order_id ${id}, line_no INT NOT NULL, occurred_at DATETIME(3) NOT NULL);
      posting_entry (posting_id BIGINT NOT NULL, entry_no INT NOT NULL, account_id BIGINT NOT NULL, amount_fen ${amount}, PRIMARY KEY (posting_id, entry_no));
      balance (account_id BIGINT NOT NULL PRIMARY KEY, amount_fen ${amount})`,
    sums: ['balance'],
    derive({ orderId, lines }: DataOf<typeof commissionSplit>, add): undefined {
      for (const { lineNo, steps } of lines) {
        for (const { occurredAt, movedFen, subsidyFen, shares } of steps) {
          const postingId = ++lastPosting;
          const entries = [
            { account: 'escrow', fen: movedFen },
            ...shares.map(s => ({ account: `${s.share}:${s.partyId}`, fen: -s.amountFen })),
          ];
          if (subsidyFen > 0) entries.push({ account: 'subsidy', fen: subsidyFen });
          add('ledger_line', orderId, lineNo, 1);
          add('posting', postingId, orderId, lineNo, occurredAt.replace('T', ' ').replace('Z', ''));
          entries.forEach(({ account, fen }, n) => {
            add('posting_entry', postingId, n + 1, numberOf(account), fen);
            add('balance', numberOf(account), fen);
          });
        }
      }
    },
  },
};

let lastPosting = 0;

const numbers = new Map<string, number>();
/** Accounts are numbers inside the ledger; here a fresh one for every name. */
function numberOf(account: string): number {
  const number = numbers.get(account) ?? numbers.size + 1;
  numbers.set(account, number);
  return number;
}
