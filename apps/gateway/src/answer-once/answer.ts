import type { FastifyReply } from 'fastify';
import { toProblemJson, type Problem } from '@chuanliu/problems/problem';

/** A whole answer, as bytes: what is kept and given again. */
export interface Answer {
  status: number;
  /** Those headers that belong to the answer itself, in lower case. */
  headers: Record<string, string>;
  body: Buffer;
}

export function jsonAnswer(status: number, value: unknown): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: Buffer.from(JSON.stringify(value), 'utf8'),
  };
}

/** A refusal as an answer that can be kept. */
export function problemAnswer(problem: Problem, requestId: string): Answer {
  return {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json' },
    body: Buffer.from(JSON.stringify(toProblemJson(problem, requestId)), 'utf8'),
  };
}

export function sendAnswer(reply: FastifyReply, { status, headers, body }: Answer): void {
  void reply.status(status).headers(headers);
  void reply.send(body.length === 0 && headers['content-type'] === undefined ? undefined : body);
}
