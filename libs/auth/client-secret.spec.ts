import { createClientSecret, fitsHash, hashOfSecret } from './client-secret';

describe('a client secret', () => {
  it('fits its own hash and no other', async () => {
    const { secret, hash } = await createClientSecret();
    expect(await fitsHash(secret, hash)).toBe(true);
    expect(await fitsHash(`${secret}x`, hash)).toBe(false);
    expect(await fitsHash('', hash)).toBe(false);
  });

  it('is hashed with its own salt, and not kept in the hash', async () => {
    const [one, two] = await Promise.all([hashOfSecret('the same'), hashOfSecret('the same')]);
    expect(one).not.toBe(two);
    expect(one).not.toContain('the same'); // Which base64 cannot have by chance.
  });

  it.each(['', 'plain', 'scrypt$1024$8$1$$', 'scrypt$x$8$1$AAAA$AAAA', 'md5$1$1$1$AAAA$AAAA'])(
    'never fits %j',
    async stored => {
      expect(await fitsHash('secret', stored)).toBe(false);
    },
  );
});
