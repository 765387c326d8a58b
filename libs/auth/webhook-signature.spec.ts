import { createWebhookSecret, refusalOfSignature, signWebhook, type SignedMessage } from './webhook-signature';

// The example that the Standard Webhooks specification and its libraries test with.
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const message: SignedMessage = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: '1614265330',
  body: '{"test": 2432232314}',
};
const signature = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';
const now = 1_614_265_330;

const refusal = (
  changes: Partial<SignedMessage>,
  signatures: string | undefined = signature,
  at = now,
  secrets = [secret],
) => refusalOfSignature(secrets, { ...message, ...changes }, signatures, at);

describe('a webhook signature', () => {
  it('is the one that the standard gives as its example', () => {
    expect(signWebhook(secret, message)).toBe(signature);
    expect(refusal({})).toBeNull();
  });

  it('covers the bytes of the body, whatever they encode', () => {
    const body = Buffer.from([0xff, 0x00, 0xe5, 0xb7, 0x9d]);
    const signed = signWebhook(secret, { ...message, body });
    expect(refusal({ body }, signed)).toBeNull();
    expect(refusal({ body: Buffer.from([0xff, 0x00, 0xe5, 0xb7]) }, signed)).toBe('signature-mismatch');
  });

  it.each([
    ['id', { id: 'msg_other' }],
    ['timestamp', { timestamp: '1614265331' }],
    ['body', { body: '{"test": 2432232315}' }],
  ])('does not fit another %s', (_, change) => {
    expect(refusal(change)).toBe('signature-mismatch');
  });

  it('may be one of several, and of either secret while one rotates', () => {
    const fresh = createWebhookSecret();
    const several = `v1,${Buffer.alloc(32).toString('base64')} v2,AAAA ${signature}`;
    expect(refusal({}, several)).toBeNull();
    expect(refusal({}, several.split(' ').reverse().join(' '))).toBeNull();
    expect(refusal({}, signature, now, [secret, fresh])).toBeNull();
    expect(refusal({}, signature, now, [fresh, secret])).toBeNull();
    expect(refusal({}, signature, now, [fresh])).toBe('signature-mismatch');
    expect(refusal({}, signature, now, [])).toBe('signature-mismatch');
  });

  it('holds for 300 seconds either way', () => {
    expect(refusal({}, signature, now + 300)).toBeNull();
    expect(refusal({}, signature, now - 300)).toBeNull();
    expect(refusal({}, signature, now + 301)).toBe('timestamp-too-old');
    expect(refusal({}, signature, now - 301)).toBe('timestamp-in-future');
  });

  it.each(['1614265330.5', '-1', 'now', '1e9', ' 1614265330'])('wants whole seconds, not %j', timestamp => {
    expect(refusal({ timestamp })).toBe('timestamp-malformed');
  });

  it.each(['v1,', 'v1,AAAA', 'v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=', 'g0hM9SsE'])('is not %j', text => {
    expect(refusal({}, text)).toBe('signature-malformed');
  });

  it('wants all three headers', () => {
    expect(refusal({ id: undefined })).toBe('header-missing');
    expect(refusal({ timestamp: '' })).toBe('header-missing');
    expect(refusalOfSignature([secret], message, undefined, now)).toBe('header-missing');
  });
});

it('makes secrets of 32 random bytes', () => {
  const made = createWebhookSecret();
  expect(made).toMatch(/^whsec_/);
  expect(Buffer.from(made.slice(6), 'base64')).toHaveLength(32);
  expect(createWebhookSecret()).not.toBe(made);
});
