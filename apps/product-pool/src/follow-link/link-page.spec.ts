import { productPage } from './link-page';

describe('the page of a link without one', () => {
  it('shows title and price, and nothing that a title says is taken for markup', () => {
    const page = productPage(`<script>alert("1")</script> & 'co'`, 1990);
    expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;co&#39;');
    expect(page).not.toContain('<script>');
    expect(page).toContain('¥19.90');
  });

  it.each([
    [0, '¥0.00'],
    [5, '¥0.05'],
    [100, '¥1.00'],
    [10_000_000_000_000, '¥100000000000.00'],
  ])('tells %i fen as %s', (fen, price) => {
    expect(productPage('柚子', fen)).toContain(price);
  });
});
