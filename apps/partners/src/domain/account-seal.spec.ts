import { randomBytes } from 'node:crypto';
import { AccountSeal, endingOf } from './account-seal';

const account = '6222 0000 1111 2222';

describe('a sealed account', () => {
  const seal = new AccountSeal(randomBytes(32).toString('base64'));

  it('opens for its owner alone', () => {
    const sealed = seal.seal(account, 'promoter:pr-1');
    expect(sealed).not.toContain(Buffer.from(account).toString('base64'));
    expect(seal.unseal(sealed, 'promoter:pr-1')).toBe(account);
    expect(() => seal.unseal(sealed, 'promoter:pr-2')).toThrow();
  });

  it('does not open with another key, nor without one', () => {
    const sealed = seal.seal(account, 'promoter:pr-1');
    expect(() => new AccountSeal(randomBytes(32).toString('base64')).unseal(sealed, 'promoter:pr-1')).toThrow();
    expect(() => new AccountSeal(undefined).unseal(sealed, 'promoter:pr-1')).toThrow('PAYEE_KEY');
  });

  it('is never the same twice', () => {
    expect(seal.seal(account, 'promoter:pr-1')).not.toBe(seal.seal(account, 'promoter:pr-1'));
  });
});

it('without a key an account is kept as it is', () => {
  const seal = new AccountSeal(undefined);
  expect(seal.unseal(seal.seal(account, 'brand:br-1'), 'brand:br-1')).toBe(account);
});

it('of a short account nothing is shown', () => {
  expect([endingOf('62220001'), endingOf('1234')]).toEqual(['0001', '']);
});
