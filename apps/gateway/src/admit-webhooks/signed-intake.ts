import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { unsupportedContentType } from '@chuanliu/http/problem.filter';
import { jsonAnswer, sendAnswer } from '../answer-once/answer';
import { ClientLimit } from '../limit-requests/client-limit';
import { isJson } from '../public-door/json-body';
import { AnswerWebhookOnce } from './answer-webhook-once';
import { WebhookDoor } from './webhook-door';

const nothing = Buffer.alloc(0);

/** How refusals of a signed request are described. */
export const signedProblems = {
  malformed: ['malformed-json', 'gateway/malformed-envelope'],
  unauthenticated: [
    'gateway/webhook-headers-missing',
    'gateway/unknown-channel',
    'gateway/webhook-timestamp-out-of-tolerance',
    'gateway/webhook-signature-mismatch',
  ],
  'too-large': ['body-too-large'],
  invalid: ['idempotency-key-reused'],
  unavailable: ['gateway/intake-unavailable'],
};

/** The way in for what channels sign: who it is, not too often, and the same answer to the same delivery. */
@Injectable()
export class SignedIntake {
  constructor(
    private readonly door: WebhookDoor,
    private readonly limit: ClientLimit,
    private readonly once: AnswerWebhookOnce,
  ) {}

  /**
   * Answers 202 with what `takeIn` makes of the body, once that is durable.
   * @throws Problem as `signedProblems` names them
   */
  async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    takeIn: (channelId: string, body: Buffer) => Promise<object>,
  ): Promise<void> {
    const body = Buffer.isBuffer(request.body) ? request.body : nothing;
    const webhook = await this.door.admit(request.headers, body);
    this.limit.admit(`channel:${webhook.channelId}`);
    if (!isJson(request.headers['content-type'])) throw unsupportedContentType();
    const answer = await this.once.answer(webhook, String(request.id), async () =>
      jsonAnswer(202, await takeIn(webhook.channelId, body)),
    );
    sendAnswer(reply, answer);
  }
}
