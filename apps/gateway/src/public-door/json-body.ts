import type { Static, TSchema } from '@sinclair/typebox';
import type { FastifyRequest } from 'fastify';
import { compileShape, malformedRequest, validate } from '@chuanliu/http/validate';
import { malformedJson, unsupportedContentType } from '@chuanliu/http/problem.filter';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** @throws Problem `malformed-json` (400) when the bytes are not UTF-8 or not JSON. */
export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(body)) as unknown;
  } catch {
    throw malformedJson();
  }
}

/**
 * Reads a body of ours: bodies arrive as bytes, since most of them are only passed on.
 *
 * @throws Problem `malformed-json` or `malformed-request` (400), `unsupported-content-type` (400) for a body said to be no JSON.
 */
export function readJsonBody<S extends TSchema>(
  schema: S,
  request: Pick<FastifyRequest, 'body' | 'headers'>,
): Static<S> {
  const { body, headers } = request;
  if (!Buffer.isBuffer(body) || body.length === 0) throw malformedRequest([{ pointer: '', problem: 'is required' }]);
  if (!isJson(headers['content-type'])) throw unsupportedContentType();
  return validate(compileShape(schema), parseJson(body));
}

/** A body without a content type may well be JSON; one that is said to be something else is not read as JSON. */
export function isJson(contentType: string | undefined): boolean {
  return contentType === undefined || /^application\/(?:[\w.-]+\+)?json *(?:;|$)/i.test(contentType);
}
