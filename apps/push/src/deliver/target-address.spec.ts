import type { LookupAddress, LookupOptions } from 'node:dns';
import type { TargetRules } from '../push.config';
import { AddressRefused, faultOfUrl, isPublicAddress, lookupChecked } from './target-address';

const strict: TargetRules = { besidePublic: 'no', allowHttp: false, ports: new Set([80, 443, 8443]) };
const withHttp: TargetRules = { ...strict, allowHttp: true };

describe('an address that a webhook may lead to', () => {
  it.each([
    'https://hooks.example.com/chuanliu?shop=1',
    'https://hooks.example.com:8443/',
    'https://8.8.8.8/',
    'https://[2606:4700:4700::1111]/',
    'https://商店.example.com/',
  ])('%s', url => expect(faultOfUrl(url, strict)).toBeNull());
});

describe('an address that a webhook may not lead to', () => {
  it.each([
    ['nonsense', 'not-a-url'],
    ['//hooks.example.com', 'not-a-url'],
    ['https://', 'not-a-url'],
    ['http://hooks.example.com', 'scheme-not-allowed'],
    ['ftp://hooks.example.com', 'scheme-not-allowed'],
    ['file:///etc/passwd', 'scheme-not-allowed'],
    ['gopher://127.0.0.1:6379/_FLUSHALL', 'scheme-not-allowed'],
    ['javascript:alert(1)', 'scheme-not-allowed'],
    ['https://user@hooks.example.com', 'user-info-not-allowed'],
    ['https://user:pass@hooks.example.com', 'user-info-not-allowed'],
    ['https://hooks.example.com@127.0.0.1/', 'user-info-not-allowed'],
    ['https://hooks.example.com/#part', 'fragment-not-allowed'],
    ['https://hooks.example.com:22/', 'port-not-allowed'],
    ['https://hooks.example.com:3306/', 'port-not-allowed'],
  ])('%s: %s', (url, fault) => expect(faultOfUrl(url, strict)).toBe(fault));

  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://0x7f.1/',
    'http://127.0.0.1./',
    'http://１２７.0.0.1/',
    'http://0/',
    'http://0.0.0.0/',
    'http://10.0.0.1/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://100.64.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://192.0.2.1/',
    'http://198.18.0.1/',
    'http://203.0.113.9/',
    'http://224.0.0.1/',
    'http://240.0.0.1/',
    'http://255.255.255.255/',
    'http://[::]/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:8.8.8.8]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b:1::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/',
    'http://[fc00::1]/',
    'http://[fd12:3456:789a::1]/',
    'http://[fe80::1]/',
    'http://[fec0::1]/',
    'http://[ff02::1]/',
    'http://[2001:db8::1]/',
    'http://localhost/',
    'http://localhost./',
    'http://LOCALHOST/',
    'http://api.localhost/',
    'http://kafka/',
    'http://metadata.google.internal/',
    'http://printer.local/',
    'http://nas.home.arpa/',
  ])('%s is not public', url => expect(faultOfUrl(url, withHttp)).toBe('host-not-public'));

  const loopback = [
    ...['127.0.0.1', '127.1', '2130706433', '0x7f.1', '127.255.255.254', '[::1]'],
    ...['localhost', 'LOCALHOST.', 'api.localhost'],
  ];
  const privates = ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '[fc00::1]', '[fd12:3456:789a::1]'];
  const localNames = ['kafka', 'nas.home.arpa', 'metadata.google.internal'];
  const never = [
    ...['0.0.0.0', '0', '169.254.169.254', '169.254.0.1', '100.64.0.1', '224.0.0.1', '255.255.255.255', '192.0.2.1'],
    ...['[::]', '[fe80::1]', '[::ffff:127.0.0.1]', '[::ffff:10.0.0.1]', '[64:ff9b::7f00:1]', '[ff02::1]'],
  ];
  const faultsWhere = (besidePublic: TargetRules['besidePublic'], hosts: string[]) =>
    hosts.filter(host => faultOfUrl(`http://${host}/`, { ...withHttp, besidePublic }) !== null);

  it('is its own machine where that is allowed, and no other private network then', () => {
    expect(faultsWhere('loopback', loopback)).toEqual([]);
    const others = [...privates, ...localNames, ...never];
    expect(faultsWhere('loopback', others)).toEqual(others);
    expect(faultsWhere('loopback', ['hooks.example.com', '8.8.8.8'])).toEqual([]);
  });

  it('is one of a private network where those are allowed, and never a special one', () => {
    expect(faultsWhere('private', [...loopback, ...privates, ...localNames])).toEqual([]);
    expect(faultsWhere('private', never)).toEqual(never);
  });

  it('has the rest of the rules to keep wherever it leads', () => {
    const open: TargetRules = { besidePublic: 'private', allowHttp: true, ports: undefined };
    expect(faultOfUrl('http://127.0.0.1:9999/', open)).toBeNull();
    expect(faultOfUrl('ftp://127.0.0.1/', open)).toBe('scheme-not-allowed');
    expect(faultOfUrl('http://me@127.0.0.1/', open)).toBe('user-info-not-allowed');
  });
});

describe('looking a host up for a connection', () => {
  const leadingTo =
    (...addresses: string[]) =>
    (_host: string, _options: LookupOptions, answer: (fault: null, found: LookupAddress[]) => void) =>
      answer(
        null,
        addresses.map(address => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
  const lookUp = (addresses: string[], options: LookupOptions = {}, besidePublic: TargetRules['besidePublic'] = 'no') =>
    new Promise<unknown[]>(resolve =>
      lookupChecked(besidePublic, leadingTo(...addresses) as never)('hooks.example.com', options, (...found) =>
        resolve(found),
      ),
    );

  it('gives what it checked, in the form that was asked for', async () => {
    expect(await lookUp(['8.8.8.8', '1.1.1.1'])).toEqual([null, '8.8.8.8', 4]);
    const all = [
      { address: '8.8.8.8', family: 4 },
      { address: '2606:4700:4700::1111', family: 6 },
    ];
    expect(await lookUp(['8.8.8.8', '2606:4700:4700::1111'], { all: true })).toEqual([null, all]);
  });

  it.each([
    [['127.0.0.1']],
    [['8.8.8.8', '10.0.0.1']],
    [['2606:4700:4700::1111', '::ffff:10.0.0.1']],
    [['fe80::1%eth0']],
    [['64:ff9b::a00:1']],
    [[]],
  ])('refuses a name that leads to %j', async addresses => {
    expect((await lookUp(addresses))[0]).toBeInstanceOf(AddressRefused);
    expect((await lookUp(addresses, { all: true }))[0]).toBeInstanceOf(AddressRefused);
  });

  it.each([
    ['loopback', ['127.0.0.1', '::1', '8.8.8.8']],
    ['private', ['127.0.0.1', '10.0.0.1', 'fc00::1', '8.8.8.8']],
  ] as const)('lets addresses that are %s pass where these are allowed', async (besidePublic, addresses) => {
    expect(await lookUp([...addresses], {}, besidePublic)).toEqual([null, '127.0.0.1', 4]);
  });

  it.each([
    ['loopback', ['127.0.0.1', '10.0.0.1']],
    ['loopback', ['0.0.0.0']],
    ['loopback', ['169.254.169.254']],
    ['loopback', ['::ffff:127.0.0.1']],
    ['private', ['10.0.0.1', '169.254.169.254']],
    ['private', ['fe80::1%eth0']],
    ['private', ['0.0.0.0']],
    ['private', []],
  ] as const)('refuses, where %s ones are allowed, a name that leads to %j', async (besidePublic, addresses) => {
    expect((await lookUp([...addresses], {}, besidePublic))[0]).toBeInstanceOf(AddressRefused);
  });
});

it('what is no address at all is not public', () => {
  expect(['', 'example.com', '256.1.1.1'].map(isPublicAddress)).toEqual([false, false, false]);
});
