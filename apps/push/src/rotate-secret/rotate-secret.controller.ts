import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Closed, Id } from '@chuanliu/contracts/shapes';
import { Database } from '@chuanliu/database/database';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import { Secret } from '../register-webhook/webhook.dto';
import { OwnWebhook } from '../storage/own-webhook';
import { WebhookSecrets } from '../storage/webhook-secrets';

const NewSecret = Closed({ id: Id, secret: Secret });

@Controller('v1/webhooks/:webhookId/secret')
export class RotateSecretController {
  constructor(
    private readonly database: Database,
    private readonly own: OwnWebhook,
    private readonly secrets: WebhookSecrets,
    private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(201)
  @Roles('promoter', 'brand', 'operator')
  @Describes({
    summary: 'A new signing secret, shown once; for 24 hours messages carry the signatures of both',
    params: { webhookId: Id },
    answer: NewSecret,
    status: 201,
    problems: { absent: ['push/no-such-webhook'] },
  })
  async rotate(
    @CurrentCaller() caller: Caller,
    @Param('webhookId', valid(Id)) webhookId: string,
  ): Promise<Static<typeof NewSecret>> {
    const secret = await this.database.transaction(async tx => {
      await this.own.lock(tx, caller, webhookId);
      return this.secrets.renew(tx, webhookId, this.clock.now());
    });
    return { id: webhookId, secret };
  }
}
