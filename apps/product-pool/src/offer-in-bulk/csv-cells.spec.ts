import fc from 'fast-check';
import { cellOf, textOf } from './csv-cells';

describe('a cell', () => {
  it.each(['=1+1', '+86', '-1', '@sum', '\t=1', '\r=1', "'=1", "''-1"])(
    'is no formula, though %j begins as one',
    text => {
      expect(cellOf(text)).toBe(`'${text}`);
    },
  );

  it.each(['柚子', "'s", "it's", 'a=b', '', "'"])('says %j as it is', text => {
    expect(cellOf(text)).toBe(text);
  });

  it('comes back as the text that it was', () => {
    const nasty = fc.string({ unit: fc.constantFrom(...`'=+-@\t\r\n",;柚a 1`) });
    fc.assert(fc.property(fc.oneof(nasty, fc.string()), text => textOf(cellOf(text)) === text));
  });
});
