import type { StoredProduct } from '../storage/products';

/** A product as a row of a file shows it. */
export interface CsvProduct extends StoredProduct {
  /** What its open plan pays now; null without one. */
  openCommissionBps: number | null;
}

interface Column {
  write: (product: CsvProduct) => string | number | boolean | null | undefined;
  /** What a cell says of the field; undefined: nothing, so that it stays as it is. */
  read: (cell: string) => unknown;
}

// What is no number is left for the row's shape to refuse, and to say where.
const number = (cell: string) => (/^-?(0|[1-9]\d{0,15})$/.test(cell) ? Number(cell) : cell);
const text = (cell: string) => cell;
const ifAny = (read: (cell: string) => unknown) => (cell: string) => (cell === '' ? undefined : read(cell));
const orNull = (cell: string) => (cell === '' ? null : cell);
const words = (cell: string) => cell.split(' ').filter(word => word !== '');
/** Spreadsheets write TRUE and FALSE. */
const whether = (cell: string) => (/^(true|false)$/i.test(cell) ? cell.toLowerCase() === 'true' : cell);

/** The columns of an exported file and, in any order, of one to import. Lists are words between blanks. */
export const csvColumns: Record<string, Column> = {
  productId: { write: product => product.productId, read: text },
  brandId: { write: product => product.brandId, read: text },
  title: { write: product => product.title, read: text },
  categoryId: { write: product => product.categoryId, read: text },
  priceFen: { write: product => product.priceFen, read: number },
  stock: { write: product => product.stock, read: number },
  state: { write: product => product.state, read: ifAny(text) },
  images: { write: product => product.images.join(' '), read: words },
  guarantees: { write: product => product.guarantees.join(' '), read: words },
  belt: { write: product => product.belt, read: orNull },
  source: { write: product => product.source, read: ifAny(text) },
  url: { write: product => product.url, read: orNull },
  // Together they are the field sampleRule: it is taken away where all that are there are empty.
  'sampleRule.offered': { write: product => product.sampleRule?.offered, read: ifAny(whether) },
  'sampleRule.minSettledOrders': { write: product => product.sampleRule?.minSettledOrders, read: ifAny(number) },
  'sampleRule.monthlyLimit': { write: product => product.sampleRule?.monthlyLimit, read: ifAny(number) },
  'sampleRule.buyFirstRefundLater': {
    write: product => product.sampleRule?.buyFirstRefundLater,
    read: ifAny(whether),
  },
  openCommissionBps: { write: product => product.openCommissionBps, read: ifAny(number) },
  productScore: { write: product => product.productScore, read: ifAny(number) },
};

/** Columns that no file may lack. */
export const requiredColumns = ['productId', 'brandId', 'title', 'categoryId', 'priceFen', 'stock'];

/** A score is an operator's to write, so a brand's file has none: it could not be sent back. */
export const columnsFor = (role: string): string[] =>
  Object.keys(csvColumns).filter(name => name !== 'productScore' || role !== 'brand');
