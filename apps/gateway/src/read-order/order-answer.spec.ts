import { anOrderOfTwoLines } from '../../test/order-parts';
import { oneOrder } from './one-order';
import { orderAnswer } from './order-answer';

describe('an order', () => {
  const { order, splits } = anOrderOfTwoLines();

  it('shows each line with its outcome and shares, and nothing of how the services count', () => {
    const answer = orderAnswer(order, splits);
    expect(Object.keys(answer)).toEqual([
      'channelId',
      'orderId',
      'brandId',
      'orderedAt',
      'paidAt',
      'payment',
      'state',
      'lines',
      'refunds',
    ]);
    expect(Object.keys(answer.lines[0]!)).toEqual([
      'lineNo',
      'productId',
      'paidFen',
      'platformSubsidyFen',
      'refundedFen',
      'baseFen',
      'outcome',
      'promoterId',
      'state',
      'shares',
    ]);
    expect(answer.lines.map(line => [line.outcome, line.promoterId, line.shares.length])).toEqual([
      ['distribution', 'pr-1', 3],
      ['self-broadcast', null, 0],
    ]);
  });

  it('has no outcome yet while its lines have not been divided', () => {
    expect(orderAnswer(order, []).lines[0]).toMatchObject({ outcome: null, promoterId: null, shares: [] });
  });
});

describe('the one order that was meant', () => {
  it('is the only one', () => {
    expect(oneOrder('o-1', [{ channelId: 'shop-1' }])).toEqual({ channelId: 'shop-1' });
  });

  it('is refused when there is none, and when two channels share the id', () => {
    const statusOf = (channels: string[]) => {
      try {
        return oneOrder(
          'o-1',
          channels.map(channelId => ({ channelId })),
        );
      } catch (refusal) {
        return (refusal as { status: number }).status;
      }
    };
    expect(statusOf([])).toBe(404);
    expect(statusOf(['shop-2', 'shop-1'])).toBe(409);
  });
});
