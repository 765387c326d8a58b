import { isTooLate } from './is-too-late';

describe('a division of a settled line', () => {
  const steps = [{}];
  it('comes too late when it divides by something else', () => {
    expect(isTooLate({ basis: 'b-1' }, { basis: 'b-2', steps })).toBe(true);
    expect(isTooLate({ basis: 'b-1' }, { steps })).toBe(true);
  });

  it('follows amounts when it divides by the same', () => {
    expect(isTooLate({ basis: 'b-1' }, { basis: 'b-1', steps })).toBe(false);
    expect(isTooLate({ basis: null }, { basis: 'b-1', steps })).toBe(false);
  });

  it('is no decision when the payment lacks the line', () => {
    expect(isTooLate({ basis: 'b-1' }, { basis: 'b-2', steps: [] })).toBe(false);
  });
});
