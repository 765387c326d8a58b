import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem, toProblemJson } from '@chuanliu/problems/problem';
import { problemFromFailure } from './failures';

/** Answers every refusal and every failure as `application/problem+json`; only this file decides how they look. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(thrown: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw thrown;
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = this.problemFor(thrown, request);
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy(); // A stream broke half way: a cut connection is the only honest answer left.
      return;
    }
    sendProblem(reply, problem, String(request.id));
  }

  private problemFor(thrown: unknown, request: FastifyRequest): Problem | UnexpectedFailure {
    if (thrown instanceof Problem) return thrown;
    const known = thrown instanceof HttpException ? problemFromHttp(thrown) : problemFromFailure(thrown);
    const level = known instanceof Problem && known.kind !== 'unavailable' ? 'debug' : 'error';
    this.logger[level](
      { err: thrown, requestId: request.id, method: request.method, route: request.routeOptions.url },
      'request failed',
    );
    return known ?? new UnexpectedFailure();
  }
}

/** Something that we did not foresee; the log knows what, the caller learns only the request id. */
class UnexpectedFailure {
  readonly status = 500;
}

/** Writes a refusal as the whole answer. */
export function sendProblem(reply: FastifyReply, problem: Problem | UnexpectedFailure, requestId: string): void {
  if (problem instanceof UnexpectedFailure) {
    const body = { type: '/problems/internal-error', title: 'Something failed on our side', status: 500, requestId };
    void reply.status(500).header('content-type', 'application/problem+json').send(JSON.stringify(body));
    return;
  }
  if (problem.kind === 'unauthenticated') void reply.header('www-authenticate', 'Bearer realm="chuanliu"');
  if (problem.kind === 'too-many' || problem.kind === 'unavailable') {
    void reply.header('retry-after', String(Math.max(1, Math.ceil(problem.facts.retryAfterSeconds ?? 1))));
  }
  const body = JSON.stringify(toProblemJson(problem, requestId));
  void reply.status(problem.status).header('content-type', 'application/problem+json').send(body);
}

/** What Nest and Fastify refuse by themselves, before any code of ours sees the request. */
function problemFromHttp(exception: HttpException): Problem | undefined {
  const status = exception.getStatus();
  const message = exception.message;
  if (status === 404) return new Problem('absent', 'no-such-route', 'There is nothing at this address');
  if (status === 413) return new Problem('too-large', 'body-too-large', 'The body is larger than is taken here');
  if (status === 415) return unsupportedContentType();
  if (status === 400 && /json/i.test(message)) return malformedJson();
  if (status === 503)
    return new Problem('unavailable', 'unavailable', 'The service is stopping', { retryAfterSeconds: 2 });
  if (status >= 400 && status < 500) {
    return unreadableRequest();
  }
  return undefined;
}

export const unreadableRequest = () => new Problem('malformed', 'malformed-request', 'The request cannot be read');

export const malformedJson = () => new Problem('malformed', 'malformed-json', 'The body is not JSON');

export const unsupportedContentType = () =>
  new Problem('malformed', 'unsupported-content-type', 'The body is not of a content type that is taken here');
