import type { IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import { refusalOfSignature, type SignatureRefusal } from '@chuanliu/auth/webhook-signature';
import { Id } from '@chuanliu/contracts/shapes';
import { compileShape } from '@chuanliu/http/validate';
import { ChannelSecrets } from '../register-channel/channel-secrets';
import { headersMissing, problemOfSignature, unknownChannel } from './webhook.problems';

const anId = compileShape(Id);

/** A webhook whose signature fits its channel. */
export interface Webhook {
  channelId: string;
  webhookId: string;
  body: Buffer;
}

/** Lets in what a channel has signed. */
@Injectable()
export class WebhookDoor {
  constructor(private readonly secrets: ChannelSecrets) {}

  /** @throws Problem 401: headers missing, unknown channel, a timestamp out of tolerance, no signature that fits. */
  async admit(
    headers: IncomingHttpHeaders,
    body: Buffer,
    nowSeconds = Math.floor(Date.now() / 1_000),
  ): Promise<Webhook> {
    const channelId = textOf(headers['x-channel-id']);
    const webhookId = textOf(headers['webhook-id']);
    const timestamp = textOf(headers['webhook-timestamp']);
    const signatures = textOf(headers['webhook-signature']);
    if (!channelId || !timestamp || !signatures || !/^[\x21-\x7e]{1,256}$/.test(webhookId)) throw headersMissing();
    if (!anId.fits(channelId)) throw unknownChannel();

    const refusalUnder = (secrets: string[]) =>
      refusalOfSignature(secrets, { id: webhookId, timestamp, body }, signatures, nowSeconds);
    const secrets = await this.secrets.of(channelId);
    if (secrets.length === 0) throw unknownChannel();
    const refusal = refusalUnder(secrets) && (await this.secondLook(channelId, refusalUnder));
    if (refusal) throw problemOfSignature(refusal);
    return { channelId, webhookId, body };
  }

  /** The secrets may have been rotated by another process a moment ago. */
  private async secondLook(
    channelId: string,
    refusalUnder: (secrets: string[]) => SignatureRefusal | null,
  ): Promise<SignatureRefusal | null> {
    return refusalUnder(await this.secrets.lookUp(channelId));
  }
}

const textOf = (header: string | string[] | undefined): string => (typeof header === 'string' ? header.trim() : '');
