import { Problem } from '@chuanliu/problems/problem';
import { Envelope } from './envelope';

const envelope = new Envelope('orders', 3);
const itemsIn = (body: unknown) =>
  envelope.itemsIn(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)));

const refusal = (body: unknown) => {
  try {
    return itemsIn(body);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return problem.type;
  }
};

describe('an envelope of items', () => {
  it('gives all of them, whatever they are: each has a verdict of its own', () => {
    const good = { orderId: 'o-1' };
    const halfAPair = { orderId: '\ud800' };
    expect(itemsIn({ orders: [good, halfAPair, 7] })).toEqual([good, halfAPair, 7]);
  });

  it.each([
    ['no item', { orders: [] }],
    ['more than are taken at once', { orders: [1, 2, 3, 4] }],
    ['another name', { touches: [1] }],
    ['something beside', { orders: [1], more: true }],
    ['a list without its name', [1]],
  ])('is refused with %s', (_, body) => {
    expect(refusal(body)).toBe('gateway/malformed-envelope');
  });

  it.each([['{"orders":['], [''], ['{"orders":[1]}x']])('is refused when %j is no JSON', body => {
    expect(refusal(body)).toBe('malformed-json');
  });
});
