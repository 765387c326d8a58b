import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** 10,000 rows of a product each, with room for their images. */
const LARGEST_BODY = 16 * 1024 * 1024;

/** The media types under which rows of JSON, one a line, are sent. */
export const NDJSON = ['application/x-ndjson', 'application/ndjson', 'application/jsonl'];

/**
 * Hands files of products to their routes as they come: rows of JSON as text, since every line is parsed by itself and
 * one bad row must not spoil the rest; CSV as bytes, since what is not UTF-8 must be told from what is.
 */
export function takeFiles(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addContentTypeParser(NDJSON, { parseAs: 'string', bodyLimit: LARGEST_BODY }, (_request, body, done) => {
    done(null, body);
  });
  fastify.addContentTypeParser('text/csv', { parseAs: 'buffer', bodyLimit: LARGEST_BODY }, (_request, body, done) => {
    done(null, body);
  });
}
