import { randomBytes } from 'node:crypto';
import { SecretSeal } from './secret-seal';

const account = '6222 0000 1111 2222';

describe('a sealed text', () => {
  const seal = new SecretSeal(randomBytes(32).toString('base64'), 'PAYEE_KEY');

  it('opens for its owner alone', () => {
    const sealed = seal.seal(account, 'promoter:pr-1');
    expect(sealed).not.toContain(Buffer.from(account).toString('base64'));
    expect(seal.unseal(sealed, 'promoter:pr-1')).toBe(account);
    expect(() => seal.unseal(sealed, 'promoter:pr-2')).toThrow();
  });

  it('does not open with another key, nor without one', () => {
    const sealed = seal.seal(account, 'promoter:pr-1');
    expect(() =>
      new SecretSeal(randomBytes(32).toString('base64'), 'PAYEE_KEY').unseal(sealed, 'promoter:pr-1'),
    ).toThrow();
    expect(() => new SecretSeal(undefined, 'PAYEE_KEY').unseal(sealed, 'promoter:pr-1')).toThrow('PAYEE_KEY');
  });

  it('has a name that is always the same, of its key and purpose alone', () => {
    const name = seal.nameFor(account, 'persons');
    expect(name).toMatch(/^[0-9a-f]{64}$/);
    expect(seal.nameFor(account, 'persons')).toBe(name);
    const other = new SecretSeal(randomBytes(32).toString('base64'), 'PAYEE_KEY');
    const others = [other.nameFor(account, 'persons'), seal.nameFor(account, 'x'), seal.nameFor('6', 'persons')];
    expect(new Set([name, ...others]).size).toBe(4);
  });

  it('is never the same twice', () => {
    expect(seal.seal(account, 'promoter:pr-1')).not.toBe(seal.seal(account, 'promoter:pr-1'));
  });
});

it('without a key a text is kept as it is', () => {
  const seal = new SecretSeal(undefined, 'PAYEE_KEY');
  expect(seal.unseal(seal.seal(account, 'brand:br-1'), 'brand:br-1')).toBe(account);
});
