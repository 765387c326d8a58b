import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Some 100,000 results of 150 bytes. */
const LARGEST_BODY = 16 * 1024 * 1024;

/** Hands the bank's files to their route as bytes, since what is not UTF-8 must be told from what is. */
export function takeResultFiles(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addContentTypeParser('text/csv', { parseAs: 'buffer', bodyLimit: LARGEST_BODY }, (_request, body, done) => {
    done(null, body);
  });
}
