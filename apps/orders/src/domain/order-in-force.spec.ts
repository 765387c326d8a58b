import fc from 'fast-check';
import { aLine, at, paid, reached, refunded } from '../../test/told-facts';
import { exceptionsOf } from './order-exceptions';
import type { OrderFact, PaymentFact } from './order-fact';
import { orderInForce } from './order-in-force';

const byHash = (...facts: OrderFact[]) => [...facts].sort((a, b) => (a.hash < b.hash ? -1 : 1));

describe('what is in force of an order', () => {
  it('takes an event that was told twice once', () => {
    expect(orderInForce([paid(), paid(), refunded(), refunded()])).toEqual(orderInForce([paid(), refunded()]));
  });

  it('prefers the earlier of two contents of one event, whichever came first', () => {
    const early = paid({ transactionId: 't-early' }, { after: 0 });
    const late = paid({ transactionId: 't-late' }, { after: 1 });
    for (const facts of [
      [early, late],
      [late, early],
    ]) {
      const order = orderInForce(facts);
      expect(order.payment?.transactionId).toBe('t-early');
      expect(order.conflicts).toMatchObject([{ about: 'event', id: 'e-paid', loser: { hash: late.hash } }]);
    }
  });

  it('prefers the smaller hash when both occurred at once', () => {
    const [smaller, greater] = byHash(paid({ freightFen: 1 }), paid({ freightFen: 2 })) as [PaymentFact, PaymentFact];
    expect(orderInForce([greater, smaller]).payment?.freightFen).toBe(smaller.payment.freightFen);
  });

  it('settles eventIds first: a payment that loses its eventId is no candidate any more', () => {
    const smallest = paid({ transactionId: 't-1' }, { eventId: 'e-1', after: 1 });
    const other = paid({ transactionId: 't-2' }, { eventId: 'e-2', after: 2 });
    const displacing = reached('shipped', { eventId: 'e-1', after: 0 });
    expect(orderInForce([smallest, other]).payment?.transactionId).toBe('t-1');
    const order = orderInForce([smallest, other, displacing]);
    expect(order.payment?.transactionId).toBe('t-2');
    expect(order.conflicts).toMatchObject([{ about: 'event', id: 'e-1', loser: { hash: smallest.hash } }]);
  });

  it('counts as unpaid when its only payment loses its eventId', () => {
    const order = orderInForce([paid({}, { eventId: 'e-1' }), refunded({}, { eventId: 'e-1', after: -1 })]);
    expect(order).toMatchObject({ payment: null, refunds: [], stage: null, waitingEvents: 1 });
  });

  it('sees no conflict in payments and refunds that differ in their eventId alone', () => {
    const order = orderInForce([
      paid({}, { eventId: 'e-1' }),
      paid({}, { eventId: 'e-2' }),
      refunded({}, { eventId: 'e-3' }),
      refunded({}, { eventId: 'e-4' }),
    ]);
    expect(order.conflicts).toEqual([]);
    expect(order.refunds).toHaveLength(1);
  });

  it('lists a losing content once, though several events tell it', () => {
    const order = orderInForce([
      paid({}, { eventId: 'e-1' }),
      paid({ freightFen: 7 }, { eventId: 'e-2', after: 5 }),
      paid({ freightFen: 7 }, { eventId: 'e-3', after: 5 }),
    ]);
    expect(order.conflicts).toMatchObject([{ about: 'payment', id: null }]);
  });

  it('lists two contents of one refundId, and counts the smaller', () => {
    const order = orderInForce([
      paid(),
      refunded({ refundFen: 300 }, { eventId: 'e-2', after: 61 }),
      refunded({ refundFen: 200 }, { eventId: 'e-1', after: 60 }),
    ]);
    expect(order.refunds).toMatchObject([{ refundId: 'r-1', refundFen: 200 }]);
    expect(order.conflicts).toMatchObject([{ about: 'refund', id: 'r-1', lineNo: 1, loser: { eventId: 'e-2' } }]);
  });

  it('lets everything wait for the payment', () => {
    expect(orderInForce([refunded(), reached('received'), reached('closed')])).toMatchObject({
      payment: null,
      refunds: [],
      receivedAt: null,
      stage: null,
      waitingEvents: 3,
    });
    expect(orderInForce([refunded(), reached('received'), paid()])).toMatchObject({
      refunds: [{ refundId: 'r-1' }],
      receivedAt: at(30),
      waitingEvents: 0,
    });
  });

  it('keeps refunds of lines that the payment lacks apart', () => {
    const order = orderInForce([paid(), refunded({ refundId: 'r-2', lineNo: 2 })]);
    expect(order.refunds).toEqual([]);
    expect(order.refundsOfUnknownLines).toMatchObject([{ refundId: 'r-2', lineNo: 2 }]);
  });

  it('was received when it was first received', () => {
    const receipts = [90, 40, 70].map(after => reached('received', { eventId: `e-${after}`, after }));
    expect(orderInForce([paid(), ...receipts]).receivedAt).toBe(at(40));
  });

  it.each([
    ['paid', []],
    ['shipped', [reached('shipped')]],
    ['received', [reached('received')]],
    ['received', [reached('received'), reached('shipped', { after: 99 })]],
    ['closed', [reached('closed'), reached('shipped')]],
  ] as const)('has come as far as %s', (stage, facts) => {
    expect(orderInForce([paid(), ...facts]).stage).toBe(stage);
  });

  it('comes from the set of facts alone: any order and repetition of them gives the same', () => {
    const ids = fc.constantFrom('e-1', 'e-2', 'e-3', 'e-4', 'e-5');
    const when = fc.record({ eventId: ids, after: fc.integer({ min: 0, max: 2 }) });
    const fact = fc.oneof(
      fc
        .tuple(fc.constantFrom(0, 1), fc.constantFrom([1], [1, 2], [2]), when)
        .map(([freightFen, lineNos, w]) => paid({ freightFen, lines: lineNos.map(lineNo => aLine({ lineNo })) }, w)),
      fc
        .tuple(fc.constantFrom('r-1', 'r-2'), fc.constantFrom(1, 2), fc.constantFrom(100, 19_900), when)
        .map(([refundId, lineNo, refundFen, w]) => refunded({ refundId, lineNo, refundFen }, w)),
      fc.tuple(fc.constantFrom('shipped', 'received', 'closed'), when).map(([stage, w]) => reached(stage, w)),
    );
    const history = fc.array(fact, { maxLength: 8 }).chain(facts =>
      fc.record({
        facts: fc.constant(facts),
        again: fc.tuple(fc.subarray(facts), fc.subarray(facts)).chain(([some, others]) =>
          fc.shuffledSubarray([...facts, ...some, ...others], {
            minLength: facts.length + some.length + others.length,
          }),
        ),
      }),
    );
    const brandOf = (productId: string) => (productId === 'p-1' ? 'br-2' : undefined);
    fc.assert(
      fc.property(history, ({ facts, again }) => {
        expect(orderInForce(again)).toEqual(orderInForce(facts));
        expect(exceptionsOf(orderInForce(again), brandOf)).toEqual(exceptionsOf(orderInForce(facts), brandOf));
      }),
      { numRuns: 500 },
    );
  });
});
