import { Controller, Delete, HttpCode, Param } from '@nestjs/common';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Id } from '@chuanliu/contracts/shapes';
import { Database } from '@chuanliu/database/database';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import { forgetDeliveriesOf } from '../storage/deliveries';
import { OwnWebhook } from '../storage/own-webhook';
import { beginChange } from '../storage/webhooks';

@Controller('v1/webhooks/:webhookId')
export class RemoveWebhookController {
  constructor(
    private readonly database: Database,
    private readonly own: OwnWebhook,
  ) {}

  @Delete()
  @HttpCode(204)
  @Roles('promoter', 'brand', 'operator')
  @Describes({
    summary: 'Remove a webhook, and with it what still waits to be delivered',
    params: { webhookId: Id },
    status: 204,
    problems: { absent: ['push/no-such-webhook'] },
  })
  async remove(@CurrentCaller() caller: Caller, @Param('webhookId', valid(Id)) webhookId: string): Promise<void> {
    await this.database.transaction(async tx => {
      await beginChange(tx);
      await this.own.lock(tx, caller, webhookId);
      await tx.execute('DELETE FROM webhook WHERE webhook_id = ?', [webhookId]);
      await tx.execute('DELETE FROM webhook_secret WHERE webhook_id = ?', [webhookId]);
    });
    await forgetDeliveriesOf(this.database, webhookId);
  }
}
