import type { Readable } from 'node:stream';
import { Problem } from '@chuanliu/problems/problem';

/**
 * What is read past a body's limit, and dropped, before the connection is cut. A client that is still sending when it
 * is refused would see a broken connection instead of the refusal.
 */
const drainedBytes = 64 * 1024 * 1024;

/**
 * Reads a whole body.
 *
 * @param limit most bytes taken.
 * @throws Problem `body-too-large` (413).
 */
export async function readBody(payload: Readable, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of payload as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= limit) chunks.push(chunk);
    else chunks.length = 0;
    if (bytes > limit + drainedBytes) break; // Leaving the loop destroys the stream.
  }
  if (bytes > limit) throw bodyTooLarge(limit);
  return Buffer.concat(chunks);
}

export const bodyTooLarge = (limit: number) =>
  new Problem('too-large', 'body-too-large', 'The body is larger than is taken here', { mostBytes: limit });
