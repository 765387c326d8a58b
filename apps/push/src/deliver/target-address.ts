import { lookup as resolve, type LookupAddress, type LookupOptions } from 'node:dns';
import ipaddr from 'ipaddr.js';
import type { UrlFault } from '../domain/webhook.problems';
import type { TargetRules } from '../push.config';

/** A host that leads, also or only, to an address that is nobody's business. */
export class AddressRefused extends Error {
  readonly code = 'ADDRESS_REFUSED';
}

/** IPv6 that is handed out to the public internet; everything outside is special or not assigned. */
const GLOBAL_V6 = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

/**
 * Whether an address is one of the public internet. Asked of what is allowed, not of what is forbidden: loopback,
 * private, link-local, carrier-grade, multicast, documentation, mapped, translated and tunnelled ones are all refused,
 * and so is whatever will be reserved next.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || (address as ipaddr.IPv6).match(GLOBAL_V6);
}

/** What ipaddr.js calls the addresses of each, besides public ones. */
const RANGES = { no: [], loopback: ['loopback'], private: ['loopback', 'private', 'uniqueLocal'] } satisfies Record<
  TargetRules['besidePublic'],
  Array<ReturnType<ipaddr.IPv4['range'] | ipaddr.IPv6['range']>>
>;

/** Whether a connection may go to this address. A mapped or translated form of one that it may go to is none. */
export function mayReach(text: string, besidePublic: TargetRules['besidePublic']): boolean {
  if (isPublicAddress(text)) return true;
  const allowed: readonly string[] = RANGES[besidePublic];
  return ipaddr.isValid(text) && allowed.includes(ipaddr.parse(text).range());
}

/** Names that never lead out. A name with no dot is one of a local network. */
const isLocalName = (host: string) =>
  !host.includes('.') || /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa|invalid|test|onion)$/.test(host);

/** Whether a name may be worth looking up; where it leads is checked then. */
function mayLookUp(host: string, besidePublic: TargetRules['besidePublic']): boolean {
  if (besidePublic === 'private' || !isLocalName(host)) return true;
  return besidePublic === 'loopback' && /(^|\.)localhost$/.test(host);
}

/**
 * Why a webhook may not lead to this address, or null when it may. Where a name leads is not asked here but at each
 * delivery (see lookupChecked): what it resolves to today says nothing about tomorrow.
 */
export function faultOfUrl(text: string, { besidePublic, allowHttp, ports }: TargetRules): UrlFault | null {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return 'not-a-url';
  }
  if (url.protocol !== 'https:' && !(allowHttp && url.protocol === 'http:')) return 'scheme-not-allowed';
  if (url.username !== '' || url.password !== '') return 'user-info-not-allowed';
  if (url.hash !== '') return 'fragment-not-allowed';
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  if (ports && !ports.has(port)) return 'port-not-allowed';
  // URL has written decimal, octal and short forms of an address out by now.
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
  if (host === '') return 'not-a-url';
  const isAllowed = ipaddr.isValid(host) ? mayReach(host, besidePublic) : mayLookUp(host, besidePublic);
  return isAllowed ? null : 'host-not-public';
}

type Answer = (fault: NodeJS.ErrnoException | null, address?: string | LookupAddress[], family?: number) => void;

/**
 * Looks a host up for a connection, and refuses it when any of its addresses is one that it may not go to. The connection goes to what
 * was checked, so that a name that answers otherwise the next moment gains nothing.
 */
export const lookupChecked =
  (besidePublic: TargetRules['besidePublic'], lookUp: typeof resolve = resolve) =>
  (host: string, options: LookupOptions, answer: Answer): void => {
    lookUp(host, { ...options, all: true }, (fault, addresses) => {
      if (fault) return answer(fault);
      const refused = addresses.find(({ address }) => !mayReach(address, besidePublic));
      if (refused || addresses.length === 0) return answer(new AddressRefused(`${host} leads to a refused address`));
      if (options.all) return answer(null, addresses);
      return answer(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
