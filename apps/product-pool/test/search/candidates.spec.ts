import fc from 'fast-check';
import { Candidates } from '../../src/search-pool/embedded/candidates';
import { ProductTable } from '../../src/search-pool/embedded/product-table';
import { someProduct } from './arbitrary';

const HOUR = 3_600_000;

describe('candidates that are kept for whoever asks the same', () => {
  it('count as much memory as their counts take, though they are few', () => {
    const table = new ProductTable();
    const [product] = fc.sample(someProduct, { numRuns: 1, seed: 1 });
    const hours = 1_000;
    for (let n = 0; n < hours; n++) table.put({ ...product!, productId: `p-${n}`, listedAt: n * HOUR });
    const none = new Candidates(table, [], { brandId: 'nobody' });
    expect(none.all).toHaveLength(0);
    const taken = Object.values(none.counts()).reduce((sum, counts) => sum + counts.byteLength, 0);
    expect(taken).toBeGreaterThan(hours * Int32Array.BYTES_PER_ELEMENT);
    expect(none.bytes).toBeGreaterThanOrEqual(taken);
  });
});
