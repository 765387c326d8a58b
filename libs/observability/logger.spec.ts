import { Writable } from 'node:stream';
import { createLogger } from './logger';

function lines(write: (logger: ReturnType<typeof createLogger>) => void): Record<string, unknown>[] {
  const texts: string[] = [];
  const sink = new Writable({ write: (chunk: Buffer, _encoding, done) => (texts.push(chunk.toString()), done()) });
  write(createLogger({ service: 'orders', level: 'info', mixin: () => ({ requestId: 'r-1' }) }, sink));
  return texts.map(text => JSON.parse(text) as Record<string, unknown>);
}

describe('a log line', () => {
  it('names the service, the time, the level and the request', () => {
    expect(lines(logger => logger.info('hello'))).toEqual([
      { level: 'info', time: expect.stringMatching(/^\d{4}-.*Z$/), service: 'orders', requestId: 'r-1', msg: 'hello' },
    ]);
  });

  it('never carries a secret or a buyer', () => {
    const order = { buyerId: 'b-1', orderId: 'o-1' };
    const req = { headers: { authorization: 'Bearer x', host: 'h' } };
    const [line] = lines(logger => logger.info({ order, req, clientSecret: 's', event: { order } }, 'taken'));
    expect(line).toMatchObject({
      order: { buyerId: '[redacted]', orderId: 'o-1' },
      req: { headers: { authorization: '[redacted]', host: 'h' } },
      clientSecret: '[redacted]',
      event: { order: { buyerId: '[redacted]' } },
    });
  });
});
