import { forwardAddress } from './forward-address';

const carried = { promotionCode: 'pc-1', tag: '直播 & co' };
const added = `promotionCode=pc-1&tag=${encodeURIComponent('直播 & co')}`;

describe('a short link’s address', () => {
  it.each([
    ['https://shop.example', `https://shop.example?${added}`],
    ['https://shop.example/p/1', `https://shop.example/p/1?${added}`],
    ['https://shop.example/p/1?', `https://shop.example/p/1?${added}`],
    ['https://shop.example/?id=1&q=a%20b+c', `https://shop.example/?id=1&q=a%20b+c&${added}`],
    ['https://shop.example/p#part?x=1', `https://shop.example/p?${added}#part?x=1`],
    ['https://shop.example/?id=1#part', `https://shop.example/?id=1&${added}#part`],
    ['https://shop.example/?tag=old&promotionCode=pc-0&id=1', `https://shop.example/?id=1&${added}`],
  ])('keeps what %s asks for, and adds its own', (url, address) => {
    expect(forwardAddress(url, carried)).toBe(address);
    expect(new URL(address).searchParams.get('tag')).toBe('直播 & co');
  });

  it('leaves the tag out when there is none, and everything once the pick has ended', () => {
    const url = 'https://shop.example/?tag=theirs';
    expect(forwardAddress(url, { promotionCode: 'pc-1', tag: null })).toBe('https://shop.example/?promotionCode=pc-1');
    expect(forwardAddress(url, null)).toBe(url);
  });
});
