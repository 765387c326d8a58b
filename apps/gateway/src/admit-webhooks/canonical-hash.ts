import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** Hex SHA-256 of a value's canonical JSON (RFC 8785): the same for every way to write the same value down. */
export function canonicalHash(value: object): string {
  return createHash('sha256')
    .update(canonicalize(value) ?? '', 'utf8')
    .digest('hex');
}

/** Two hashes of one event: of the whole, and of what it says apart from its own id. */
export function hashesOf(event: { eventId: string }): { hash: string; contentHash: string } {
  const content: Partial<{ eventId: string }> = { ...event };
  delete content.eventId;
  return { hash: canonicalHash(event), contentHash: canonicalHash(content) };
}
