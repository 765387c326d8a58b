import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** 10,000 rows of a product each, with room for their images. */
const LARGEST_BODY = 16 * 1024 * 1024;

/** The media types under which rows of JSON, one a line, are sent. */
export const NDJSON = ['application/x-ndjson', 'application/ndjson', 'application/jsonl'];

/** Hands such a body to its route as text: every line is parsed by itself, since one bad row must not spoil the rest. */
export function takeNdjson(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addContentTypeParser(NDJSON, { parseAs: 'string', bodyLimit: LARGEST_BODY }, (_request, body, done) => {
    done(null, body);
  });
}
