import { signWebhook, verifyWebhook, WebhookRefused } from './webhook';

// The example of the Standard Webhooks specification.
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const body = '{"test": 2432232314}';
const headers = {
  'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  'webhook-timestamp': '1614265330',
  'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};
const sentAt = 1_614_265_330_000;

describe('a webhook', () => {
  beforeEach(() => jest.useFakeTimers({ now: sentAt }));
  afterEach(() => jest.useRealTimers());

  it('is believed when its signature fits', () => {
    expect(verifyWebhook(headers, body, secret)).toEqual({
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      sentAt: new Date(sentAt),
      payload: { test: 2_432_232_314 },
    });
    expect(signWebhook(secret, headers['webhook-id'], body)).toEqual(headers);
  });

  it('is believed as bytes, as Headers, by any of its signatures and by either of two secrets', () => {
    const two = new Headers({ ...headers, 'webhook-signature': `v1,AAAA v2,other ${headers['webhook-signature']}` });
    const another = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
    expect(verifyWebhook(two, Buffer.from(body), [another, secret]).id).toBe(headers['webhook-id']);
  });

  it.each<[string, () => unknown]>([
    ['another body', () => verifyWebhook(headers, body.replace('2', '3'), secret)],
    ['another id', () => verifyWebhook({ ...headers, 'webhook-id': 'msg_other' }, body, secret)],
    ['another time', () => verifyWebhook({ ...headers, 'webhook-timestamp': '1614265331' }, body, secret)],
    ['another secret', () => verifyWebhook(headers, body, `whsec_${Buffer.alloc(24).toString('base64')}`)],
    ['no secret at all', () => verifyWebhook(headers, body, [])],
    ['no signature', () => verifyWebhook({ ...headers, 'webhook-signature': undefined }, body, secret)],
    ['a time that is none', () => verifyWebhook({ ...headers, 'webhook-timestamp': 'now' }, body, secret)],
  ])('is refused with %s', (_, verify) => {
    expect(verify).toThrow(WebhookRefused);
  });

  it.each([-301_000, 301_000])('is refused %i ms off', ms => {
    jest.setSystemTime(sentAt + ms);
    expect(() => verifyWebhook(headers, body, secret)).toThrow('timestamp-out-of-tolerance');
  });
});
