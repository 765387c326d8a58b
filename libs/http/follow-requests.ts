import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Logger } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { GuardedRequest } from '@chuanliu/auth/current-caller';
import { continueTraceparent } from '@chuanliu/observability/traceparent';
import { requestSeconds } from '@chuanliu/observability/metrics';
import { runInContext, type RequestContext } from './request-context';

const logger = new Logger('requests');

/** The caller's own request id when it is harmless to log and forward, else a fresh one. */
export function requestIdFor(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[A-Za-z0-9._:-]{1,128}$/.test(given) ? given : uuidv7();
}

/** Gives every request its context, tells the caller its id, and measures how long the answer took. */
export function followRequests(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const context = contextFor(request);
    void reply.header('x-request-id', context.requestId);
    if (hasNoBody(request)) delete request.headers['content-type'];
    runInContext(context, done);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    measure(request, reply);
    done();
  });
}

function contextFor(request: FastifyRequest): RequestContext {
  const traceparent = request.headers.traceparent;
  return {
    requestId: String(request.id),
    traceparent: continueTraceparent(typeof traceparent === 'string' ? traceparent : undefined),
    get caller() {
      return (request as GuardedRequest).caller;
    },
  };
}

/** Many clients name a content type even where they send nothing: that is no broken JSON. */
function hasNoBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
}

function measure(request: FastifyRequest, reply: FastifyReply): void {
  // The route's pattern, never the address itself: ids would make a time series each, and may be a buyer's.
  const { method } = request;
  const route = request.routeOptions.url ?? 'none';
  requestSeconds.observe({ method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
  logger.debug({ method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered');
}
