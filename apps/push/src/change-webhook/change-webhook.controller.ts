import { Body, Controller, Param, Put } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Closed, Id } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import { Events, State, WebhookAnswer, WebhookUrl } from '../register-webhook/webhook.dto';
import { ChangeWebhookHandler } from './change-webhook.handler';

/** A state that is left out stays. */
const ChangeWebhook = Closed({ url: WebhookUrl, events: Events, state: Type.Optional(State) });

@Controller('v1/webhooks/:webhookId')
export class ChangeWebhookController {
  constructor(private readonly webhooks: ChangeWebhookHandler) {}

  @Put()
  @Roles('promoter', 'brand', 'operator')
  @Describes({
    summary: 'Change where a webhook leads and what it is told, disable it, or enable it again',
    params: { webhookId: Id },
    body: ChangeWebhook,
    answer: WebhookAnswer,
    problems: { absent: ['push/no-such-webhook'], invalid: ['push/url-not-allowed'] },
  })
  change(
    @CurrentCaller() caller: Caller,
    @Param('webhookId', valid(Id)) webhookId: string,
    @Body(valid(ChangeWebhook)) change: Static<typeof ChangeWebhook>,
  ) {
    return this.webhooks.run(caller, webhookId, change);
  }
}
