import { aLine, at, paid, refunded } from '../../test/told-facts';
import { differenceOfExceptions, exceptionsOf, type BrandOfProduct } from './order-exceptions';
import type { OrderFact } from './order-fact';
import { orderInForce } from './order-in-force';

const unknownProducts: BrandOfProduct = () => undefined;
const of = (facts: OrderFact[], brandOf = unknownProducts) => exceptionsOf(orderInForce(facts), brandOf);

describe('what of an order wants a person’s eye', () => {
  it('is nothing of an ordinary one', () => {
    expect(of([paid(), refunded()], () => 'br-1')).toEqual([]);
  });

  it('is a contradiction, by the event that lost', () => {
    expect(of([paid(), paid({ freightFen: 9 }, { after: 3 })])).toEqual([
      {
        kind: 'orders/conflicting-content',
        subject: expect.stringMatching(/^event:e-paid:[0-9a-f]{64}$/) as string,
        lineNo: null,
        detail: expect.stringContaining('tell different contents of event e-paid') as string,
        occurredAt: at(3),
      },
    ]);
  });

  it('is a refund of a line that the payment lacks, but not before there is a payment', () => {
    expect(of([refunded({ lineNo: 7 })])).toEqual([]);
    expect(of([paid(), refunded({ lineNo: 7 })])).toMatchObject([
      { kind: 'orders/refund-unknown-line', subject: 'r-1', lineNo: 7, occurredAt: at(60) },
    ]);
  });

  it('is a line refunded beyond what was paid, from the refund on that passed it', () => {
    const facts = [
      paid(),
      refunded({ refundId: 'r-3', refundFen: 1 }, { after: 80 }),
      refunded({ refundId: 'r-1', refundFen: 19_899 }, { after: 60 }),
    ];
    expect(of(facts)).toEqual([]);
    expect(of([...facts, refunded({ refundId: 'r-2', refundFen: 2 }, { after: 70 })])).toMatchObject([
      {
        kind: 'orders/refund-exceeds-paid',
        lineNo: 1,
        occurredAt: at(70),
        detail: 'Refunds of line 1 sum to 19902 fen, 2 more than the 19900 paid',
      },
    ]);
  });

  it('is a refund of a gift', () => {
    const gift = paid({ lines: [aLine({ paidFen: 0, platformSubsidyFen: 0 })] });
    expect(of([gift, refunded({ refundFen: 1 })])).toMatchObject([{ kind: 'orders/refund-exceeds-paid' }]);
  });

  it('is a product that belongs to another brand, not one that is unknown', () => {
    const order = [
      paid({ lines: [aLine(), aLine({ lineNo: 2, productId: 'p-2' }), aLine({ lineNo: 3, productId: 'p-3' })] }),
    ];
    const brandOf = (productId: string) => ({ 'p-1': 'br-1', 'p-2': 'br-2' })[productId];
    expect(of(order, brandOf)).toMatchObject([
      { kind: 'orders/product-of-other-brand', lineNo: 2, detail: expect.stringContaining('br-2') as string },
    ]);
  });

  it('opens with its ground, and is cleared with it', () => {
    const excess = of([paid(), refunded({ refundFen: 20_000 })]);
    const more = of([paid(), refunded({ refundFen: 20_000 }), refunded({ refundId: 'r-2' })]);
    expect(differenceOfExceptions([], excess)).toEqual({ opened: excess, cleared: [] });
    expect(differenceOfExceptions(excess, excess)).toEqual({ opened: [], cleared: [] });
    expect(differenceOfExceptions(excess, more)).toEqual({ opened: more, cleared: [] });
    expect(differenceOfExceptions(excess, [])).toEqual({ opened: [], cleared: excess });
  });
});
