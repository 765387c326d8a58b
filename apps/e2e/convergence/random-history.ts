import * as fc from 'fast-check';

/** A history as fast-check draws it: small numbers that become orders, touches, refunds and dated facts of one round. */
export interface Drawn {
  orders: Array<{
    brand: number;
    buyer: number;
    minute: number;
    received: boolean;
    freightFen: number;
    lines: Array<{ product: number; paidFen: number; subsidyFen: number; way: number }>;
    refunds: Array<{ line: number; percent: number; minute: number; freightFen: number }>;
    /** Another payment of the same order with other contents: the smaller (occurredAt, hash) is in force. */
    conflict: null | { minute: number; addFen: number; dropLine: boolean };
    /** The first refund told again under its refundId with another amount. */
    refundConflict: null | { percent: number; minute: number };
  }>;
  /** Few ids, so that several contents go by one: the smaller (occurredAt, hash) is in force. */
  touches: Array<{ id: number; order: number; ago: number; kind: number; surface: number; way: number }>;
  latePicks: Array<{ promoter: number; product: number; minute: number }>;
  /** Picks that were there from the start, and their codes, come to an end. */
  ends: Array<{ pick: number; minute: number }>;
  accounts: Array<{ account: number; owner: number; minute: number }>;
  suspensions: Array<{ promoter: number; minute: number; minutes: number }>;
  fees: Array<{ brand: number; minute: number; techFeeBps: number }>;
  scores: Array<{ brand: number; minute: number; shopScore: number }>;
  contracts: Array<{ promoter: number; minute: number; agencyBps: number }>;
  buyerIds: Array<{ promoter: number; buyer: number }>;
  windows: Array<{ minute: number; liveHours?: number; shortVideoHours?: number; linkHours?: number }>;
  rivers: Array<{ minute: number; windowDays?: number; holdoutBps?: number; brandTrafficPerYuan?: number }>;
  promotionFees: Array<{ minute: number; promotionFeeBps: number }>;
}

const upTo = (max: number) => fc.integer({ min: 0, max });
const amount = fc.oneof(fc.integer({ min: 1, max: 99_999 }), fc.constant(0));
const hours = fc.constantFrom(0, 1, 12, 24, 48, 360);
/** Suspensions begin after this minute: nobody may pick from within one, which a command told late would learn. */
const LAST_PICK = 1_500;

export const drawnHistory: fc.Arbitrary<Drawn> = fc.record({
  orders: fc.array(
    fc.record({
      brand: upTo(1),
      buyer: upTo(4),
      minute: upTo(5_000),
      received: fc.boolean(),
      freightFen: fc.oneof(fc.constant(0), upTo(1_500)),
      lines: fc.array(
        fc.record({ product: upTo(2), paidFen: amount, subsidyFen: fc.oneof(fc.constant(0), upTo(900)), way: upTo(8) }),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
      refunds: fc.array(
        fc.record({
          line: upTo(3),
          percent: upTo(120),
          minute: upTo(9_000),
          freightFen: fc.oneof(fc.constant(0), upTo(500)),
        }),
        { maxLength: 3 },
      ),
      conflict: fc.option(
        // Never the same instant: codes differ between systems, so the hashes that would decide do too.
        fc.record({ minute: fc.constantFrom(-3, -2, -1, 1, 2, 3), addFen: upTo(777), dropLine: fc.boolean() }),
        { freq: 3 },
      ),
      refundConflict: fc.option(fc.record({ percent: upTo(100), minute: fc.integer({ min: -3, max: 3 }) }), {
        freq: 3,
      }),
    }),
    { minLength: 4, maxLength: 12 },
  ),
  touches: fc.array(
    fc.record({
      id: upTo(9),
      order: upTo(11),
      ago: fc.integer({ min: -200, max: 5_000 }),
      kind: upTo(3),
      surface: upTo(5),
      way: upTo(8),
    }),
    { maxLength: 14 },
  ),
  latePicks: fc.array(fc.record({ promoter: upTo(2), product: upTo(5), minute: upTo(LAST_PICK) }), { maxLength: 4 }),
  ends: fc.array(fc.record({ pick: upTo(1), minute: upTo(5_000) }), { maxLength: 1 }),
  accounts: fc.array(fc.record({ account: upTo(1), owner: upTo(4), minute: upTo(5_000) }), { maxLength: 3 }),
  suspensions: fc.array(
    fc.record({
      promoter: upTo(2),
      minute: fc.integer({ min: LAST_PICK + 1, max: 5_000 }),
      minutes: fc.integer({ min: 1, max: 4_000 }),
    }),
    { maxLength: 2 },
  ),
  fees: fc.array(fc.record({ brand: upTo(1), minute: upTo(5_000), techFeeBps: upTo(1_000) }), { maxLength: 2 }),
  scores: fc.array(fc.record({ brand: upTo(1), minute: upTo(5_000), shopScore: fc.integer({ min: 400, max: 450 }) }), {
    maxLength: 2,
  }),
  contracts: fc.array(fc.record({ promoter: upTo(2), minute: upTo(5_000), agencyBps: upTo(9_000) }), { maxLength: 2 }),
  buyerIds: fc.array(fc.record({ promoter: upTo(2), buyer: upTo(4) }), { maxLength: 2 }),
  windows: fc.array(
    fc.record(
      { minute: upTo(5_000), liveHours: hours, shortVideoHours: hours, linkHours: hours },
      { requiredKeys: ['minute'] },
    ),
    { maxLength: 2 },
  ),
  rivers: fc.array(
    fc.record(
      {
        minute: upTo(5_000),
        windowDays: fc.constantFrom(0, 1, 2, 60),
        holdoutBps: fc.constantFrom(0, 5_000, 10_000),
        brandTrafficPerYuan: upTo(33),
      },
      { requiredKeys: ['minute'] },
    ),
    { maxLength: 2 },
  ),
  promotionFees: fc.array(fc.record({ minute: upTo(5_000), promotionFeeBps: upTo(5_000) }), { maxLength: 1 }),
});
