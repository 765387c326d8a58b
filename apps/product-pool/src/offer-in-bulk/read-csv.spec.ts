import { readCsv } from './read-csv';

const head = 'productId,brandId,title,categoryId,priceFen,stock';
const row = 'p-1,br-1,柚子,fresh.fruit,1990,10';

async function read(file: string | Buffer): Promise<unknown[]> {
  const rows = [];
  for await (const one of readCsv(Buffer.from(file))) rows.push(one);
  return rows;
}

describe('a CSV file', () => {
  it.each(['\n', '\r\n', '\r'])('is read whatever its lines end with: %j', async end => {
    expect(await read([head, row, '', row, ''].join(end))).toHaveLength(2);
  });

  it('is read to its end, however large it is, and left when nobody wants more of it', async () => {
    const file = [head, ...Array.from({ length: 20_000 }, () => row)].join('\n');
    expect(await read(file)).toHaveLength(20_000);
    for await (const one of readCsv(Buffer.from(file))) {
      expect(one).toMatchObject({ value: { productId: 'p-1' } });
      break;
    }
  });

  it.each(['', '\n', `${head},colour\n${row}`])('that names other columns is refused: %j', async file => {
    await expect(read(file)).rejects.toMatchObject({ type: 'product-pool/csv-header-unusable' });
  });

  it.each([`${head}\n"p-1`, `${head}\np"-1,b`])('that breaks its quotes is refused: %j', async file => {
    await expect(read(file)).rejects.toMatchObject({ type: 'product-pool/malformed-csv' });
  });
});
