import type { Static } from '@sinclair/typebox';
import { stringify } from 'csv-stringify/sync';
import type { Member } from '../storage/river-audience';
import type { AudienceMember } from './river.dto';

const columns = ['id', 'broughtBy', 'since', 'until', 'updatedAt'];

/** A member as the outside sees one: by key alone. */
export const rowOf = ({ buyerKey, ...member }: Member): Static<typeof AudienceMember> => ({ id: buyerKey, ...member });

/** One header row, then a row a member (RFC 4180). Keys, ids and instants need no quoting. */
export async function* audienceAsCsv(pages: AsyncIterable<Member[]>): AsyncGenerator<string> {
  yield stringify([columns], { record_delimiter: '\r\n' });
  for await (const page of pages) yield stringify(page.map(rowOf), { columns, record_delimiter: '\r\n' });
}

/** One JSON array. */
export async function* audienceAsJson(pages: AsyncIterable<Member[]>): AsyncGenerator<string> {
  yield '[';
  let separator = '';
  for await (const page of pages) {
    if (page.length === 0) continue;
    yield separator + page.map(member => JSON.stringify(rowOf(member))).join(',\n');
    separator = ',\n';
  }
  yield ']';
}
