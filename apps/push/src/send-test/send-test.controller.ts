import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import { uuidv7 } from 'uuidv7';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Closed, Id } from '@chuanliu/contracts/shapes';
import { Database } from '@chuanliu/database/database';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import { DeliverDue } from '../deliver/deliver-due';
import { webhookDisabled } from '../domain/webhook.problems';
import { deliveryIdOf, writeDeliveries } from '../storage/deliveries';
import { OwnWebhook } from '../storage/own-webhook';

const TestSent = Closed({ deliveryId: Id });

@Controller('v1/webhooks/:webhookId/test')
export class SendTestController {
  constructor(
    private readonly database: Database,
    private readonly own: OwnWebhook,
    private readonly deliverDue: DeliverDue,
    private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(202)
  @Roles('promoter', 'brand', 'operator')
  @Describes({
    summary: 'Send the webhook a message of type webhook.test; its deliveries tell how it went',
    params: { webhookId: Id },
    answer: TestSent,
    status: 202,
    problems: { absent: ['push/no-such-webhook'], conflict: ['push/webhook-disabled'] },
  })
  async send(
    @CurrentCaller() caller: Caller,
    @Param('webhookId', valid(Id)) webhookId: string,
  ): Promise<Static<typeof TestSent>> {
    const type = 'webhook.test';
    const deliveryId = deliveryIdOf(webhookId, type, uuidv7());
    await this.database.transaction(async tx => {
      const { state } = await this.own.lock(tx, caller, webhookId);
      if (state === 'disabled') throw webhookDisabled(webhookId);
      await writeDeliveries(tx, [{ deliveryId, webhookId, type, data: { webhookId } }], this.clock.now());
    });
    this.deliverDue.wake();
    return { deliveryId };
  }
}
