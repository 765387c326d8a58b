import { aLine, at, paid, reached, refunded } from '../../test/told-facts';
import type { OrderFact } from './order-fact';
import { orderInForce } from './order-in-force';
import { whatChanged } from './what-changed';

const change = (before: OrderFact[], more: OrderFact[]) =>
  whatChanged(orderInForce(before), orderInForce([...before, ...more]));

describe('what the others are told of an order', () => {
  it('is its payment, when it is paid', () => {
    expect(change([], [paid()])).toMatchObject({ payment: { transactionId: 't-1' }, refunds: [] });
  });

  it('is nothing when the payment is told again by another event, or when it is shipped', () => {
    expect(change([paid()], [paid({}, { eventId: 'e-2' }), reached('shipped'), reached('closed')])).toEqual({
      refunds: [],
    });
  });

  it('is nothing while it waits, and all that waited once it is paid', () => {
    expect(change([], [refunded(), reached('received')])).toEqual({ refunds: [] });
    expect(change([refunded(), reached('received')], [paid()])).toMatchObject({
      payment: { transactionId: 't-1' },
      refunds: [{ refundId: 'r-1', withdrawn: false }],
      receivedAt: at(30),
    });
  });

  it('is the other payment and the refunds that go with it, when a smaller one takes the place of the payment', () => {
    const twoLines = paid({ lines: [aLine(), aLine({ lineNo: 2 })] }, { eventId: 'e-2', after: 9 });
    const before = [twoLines, refunded({ refundId: 'r-1', lineNo: 1 }), refunded({ refundId: 'r-2', lineNo: 2 })];
    const onlyLine1 = paid({ lines: [aLine()] }, { eventId: 'e-1', after: 1 });
    expect(change(before, [onlyLine1])).toMatchObject({
      payment: { occurredAt: at(1), lines: [{ lineNo: 1 }] },
      refunds: [{ refundId: 'r-2', withdrawn: true }],
    });
  });

  it('is that it counts as unpaid, when its payment loses its eventId', () => {
    const smaller = reached('shipped', { eventId: 'e-paid', after: -1 });
    expect(change([paid(), refunded(), reached('received')], [smaller])).toEqual({
      payment: null,
      refunds: [expect.objectContaining({ refundId: 'r-1', withdrawn: true })],
      receivedAt: null,
    });
  });

  it('is a refund that changed, and none that did not', () => {
    const before = [paid(), refunded({}, { after: 60 }), refunded({ refundId: 'r-2' })];
    const smaller = refunded({ refundFen: 1 }, { eventId: 'e-9', after: 59 });
    expect(change(before, [smaller])).toEqual({
      refunds: [expect.objectContaining({ refundId: 'r-1', refundFen: 1, withdrawn: false })],
    });
  });

  it('is an earlier receipt, and no later one', () => {
    const before = [paid(), reached('received', { eventId: 'e-1', after: 30 })];
    expect(change(before, [reached('received', { eventId: 'e-2', after: 40 })])).toEqual({ refunds: [] });
    expect(change(before, [reached('received', { eventId: 'e-2', after: 20 })])).toEqual({
      refunds: [],
      receivedAt: at(20),
    });
  });

  it('does not repeat a payment that reads the same under another hash', () => {
    const other = { ...paid({}, { eventId: 'e-0' }), hash: '0'.repeat(64), contentHash: '0'.repeat(64) };
    const after = orderInForce([paid(), other]);
    expect(after.conflicts).toHaveLength(1);
    expect(whatChanged(orderInForce([paid()]), after)).toEqual({ refunds: [] });
  });
});
