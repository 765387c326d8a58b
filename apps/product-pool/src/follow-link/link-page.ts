/** What buyers see where a link has no page to lead to. It loads nothing and runs nothing. */
export const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** A product without a page of its own. @param priceFen the pool price */
export const productPage = (title: string, priceFen: number): string =>
  page(title, `<h1>${escaped(title)}</h1><p>价格 Price: ¥${yuan(priceFen)}</p>`);

export const unknownLinkPage = (): string =>
  page('链接无效 Unknown link', '<h1>链接无效</h1><p>This link leads nowhere. 请向分享者核对链接。</p>');

const page = (title: string, body: string) => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escaped(title)}</title>
<style>body{font-family:system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem}</style></head>
<body>${body}</body></html>
`;

function yuan(fen: number): string {
  const digits = String(fen).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, character => entities[character]!);
