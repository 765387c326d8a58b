import dns from 'node:dns';
import { AReceiver } from '../../test/a-receiver';
import type { TargetRules } from '../push.config';
import { HttpSender } from './http-sender';

const rules: TargetRules = { besidePublic: 'no', allowHttp: true, ports: undefined };

type Answer = (fault: Error | null, addresses?: Array<{ address: string; family: number }>) => void;

describe('sending to an address that somebody else chose', () => {
  let receiver: AReceiver;
  const senders: HttpSender[] = [];
  beforeEach(async () => {
    receiver = await AReceiver.open();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await Promise.all(senders.splice(0).map(sender => sender.onApplicationShutdown()));
    await receiver.close();
  });

  /** A resolver that answers with these addresses, one set after the other. */
  function resolverAnswers(...answers: string[][]) {
    return jest.spyOn(dns, 'lookup').mockImplementation(((_host: string, _options: object, answer: Answer) => {
      const addresses = answers.length > 1 ? answers.shift()! : answers[0]!;
      answer(
        null,
        addresses.map(address => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    }) as never);
  }
  function send(url: string, targets = rules, secrets = ['whsec_AAAA']) {
    const sender = new HttpSender({ targets, secretKey: undefined, mostInFlight: 1 });
    senders.push(sender);
    return sender.send({ id: 'dv-1', url, body: '{}', secrets }, Date.now(), new AbortController().signal);
  }
  const port = () => new URL(receiver.url).port;

  it('goes to the address that was checked, under the name that was given', async () => {
    const lookups = resolverAnswers(['127.0.0.1']);
    const outcome = await send(`http://hooks.example.com:${port()}/in`, { ...rules, besidePublic: 'loopback' });
    expect(outcome).toEqual({ status: 204, retryAfter: undefined, fault: null });
    expect(receiver.received[0]!.headers.host).toBe(`hooks.example.com:${port()}`);
    expect(lookups).toHaveBeenCalledTimes(1); // Nothing is looked up again between the check and the connection.
  });

  it.each([[['127.0.0.1']], [['::ffff:127.0.0.1']], [['8.8.8.8', '127.0.0.1']], [['::1', '2606:4700:4700::1111']]])(
    'does not follow a public name to %j',
    async addresses => {
      resolverAnswers(addresses);
      expect(await send(`http://hooks.example.com:${port()}/in`)).toEqual({ status: null, fault: 'address-refused' });
      expect(receiver.received).toEqual([]);
    },
  );

  it.each([[['169.254.169.254']], [['127.0.0.1', '10.0.0.1']], [['0.0.0.0']], [['::ffff:127.0.0.1']]])(
    'does not follow a name to %j where it may go to its own machine',
    async addresses => {
      resolverAnswers(addresses);
      const outcome = await send(`http://hooks.example.com:${port()}/in`, { ...rules, besidePublic: 'loopback' });
      expect(outcome).toEqual({ status: null, fault: 'address-refused' });
      expect(receiver.received).toEqual([]);
    },
  );

  it.each(['http://127.0.0.1', 'http://2130706433', 'http://0x7f.1', 'http://[::ffff:127.0.0.1]', 'http://localhost.'])(
    'does not connect to %s, though it was registered when that was allowed',
    async origin => {
      expect(await send(`${origin}:${port()}/`)).toEqual({ status: null, fault: 'address-refused' });
      expect(receiver.received).toEqual([]);
    },
  );

  it('sends nothing unsigned', async () => {
    const anywhere: TargetRules = { ...rules, besidePublic: 'loopback' };
    expect(await send(receiver.url, anywhere, [])).toEqual({ status: null, fault: 'unsigned' });
    expect(receiver.received).toEqual([]);
  });

  it('reads little of an endless answer, and takes its status', async () => {
    receiver.answers((_, response) => {
      response.writeHead(200);
      const more = () => void response.write('x'.repeat(64 * 1024), error => error || setImmediate(more));
      more();
    });
    expect(await send(receiver.url, { ...rules, besidePublic: 'loopback' })).toMatchObject({ status: 200 });
  });

  it('says when a name leads nowhere', async () => {
    jest
      .spyOn(dns, 'lookup')
      .mockImplementation(((_host: string, _options: object, answer: Answer) =>
        answer(Object.assign(new Error('no such host'), { code: 'ENOTFOUND' }))) as never);
    expect(await send('http://hooks.example.com/')).toEqual({ status: null, fault: 'unknown-host' });
  });
});
