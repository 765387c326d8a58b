import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Problem } from '@chuanliu/problems/problem';
import { problemAnswer, type Answer } from '../answer-once/answer';
import { DeliveryLog } from './delivery-log';
import type { Webhook } from './webhook-door';
import { webhookIdReused } from './webhook.problems';

interface UnderWay {
  bodyHash: string;
  answer: Promise<Answer>;
}

/**
 * Gives a webhook that is delivered again its first answer, byte for byte.
 *
 * Nothing is claimed beforehand: two deliveries at once may both send their events on, where the second copy is
 * absorbed, but only the answer that was written first is ever given.
 */
@Injectable()
export class AnswerWebhookOnce {
  private readonly underWay = new Map<string, UnderWay>();

  constructor(private readonly log: DeliveryLog) {}

  /** @throws Problem `idempotency-key-reused` (422) for another body under the same id. */
  async answer(webhook: Webhook, requestId: string, work: () => Promise<Answer>): Promise<Answer> {
    const name = `${webhook.channelId}/${webhook.webhookId}`;
    const bodyHash = createHash('sha256').update(webhook.body).digest('hex');
    const before = this.underWay.get(name);
    if (before) return unlessReused(before.bodyHash, bodyHash, await before.answer);

    const answer = this.firstAnswer(webhook, bodyHash, requestId, work);
    this.underWay.set(name, { bodyHash, answer });
    try {
      return await answer;
    } finally {
      this.underWay.delete(name);
    }
  }

  private async firstAnswer(
    { channelId, webhookId }: Webhook,
    bodyHash: string,
    requestId: string,
    work: () => Promise<Answer>,
  ): Promise<Answer> {
    const known = await this.log.find({ channelId, webhookId });
    if (known) return unlessReused(known.bodyHash, bodyHash, known.answer);
    const answer = await answered(work, requestId);
    if (await this.log.remember({ channelId, webhookId, bodyHash, answer })) return answer;
    const first = await this.log.find({ channelId, webhookId });
    return first ? unlessReused(first.bodyHash, bodyHash, first.answer) : answer;
  }
}

function unlessReused(firstHash: string, bodyHash: string, answer: Answer): Answer {
  if (firstHash !== bodyHash) throw webhookIdReused();
  return answer;
}

/** A refusal of the body is an answer like any other; a failure of ours is none, and the channel tries again. */
async function answered(work: () => Promise<Answer>, requestId: string): Promise<Answer> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof Problem && fault.status < 500) return problemAnswer(fault, requestId);
    throw fault;
  }
}
