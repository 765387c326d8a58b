import { Controller, Get, Param, Query } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { isPartyKind, type Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Closed, Id, Instant } from '@chuanliu/contracts/shapes';
import { controlOf, decodeCursor, listAnswer, listAnswerOf, listQuery } from '@chuanliu/http/listing';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import { Party, shownWebhook, WebhookAnswer } from '../register-webhook/webhook.dto';
import { OwnWebhook } from '../storage/own-webhook';
import { ListWebhooksQuery } from './list-webhooks.query';

const ListWebhooks = listQuery({ party: Type.Optional(Party), updatedFrom: Type.Optional(Instant) });
const Keyset = Closed({ webhookId: Id });

@Controller('v1/webhooks')
@Roles('promoter', 'brand', 'operator')
export class ListWebhooksController {
  constructor(
    private readonly webhooks: ListWebhooksQuery,
    private readonly own: OwnWebhook,
  ) {}

  @Get()
  @Describes({
    summary: 'Webhooks, in the order in which they were registered; a party sees its own',
    query: ListWebhooks,
    answer: listAnswerOf(WebhookAnswer),
  })
  async list(@CurrentCaller() caller: Caller, @Query(validQuery(ListWebhooks)) query: Static<typeof ListWebhooks>) {
    const own = isPartyKind(caller.role) ? `${caller.role}:${caller.partyId}` : undefined;
    const updatedFrom = query.updatedFrom === undefined ? undefined : toUtcInstant(query.updatedFrom);
    const filter = { parties: [own, query.party].filter(party => party !== undefined), updatedFrom };
    const after = decodeCursor(Keyset, query.cursor)?.webhookId ?? '';
    const rows = await this.webhooks.page(filter, after, query.limit + 1);
    const ids = await this.webhooks.ids(filter);
    return listAnswer(rows, {
      limit: query.limit,
      keysetOf: ({ webhookId }) => ({ webhookId }),
      itemOf: shownWebhook,
      control: await controlOf(ids.map(id => ({ id, amountFen: 0 }))),
    });
  }

  @Get(':webhookId')
  @Describes({
    summary: 'One webhook, and whether it works',
    params: { webhookId: Id },
    answer: WebhookAnswer,
    problems: { absent: ['push/no-such-webhook'] },
  })
  async read(@CurrentCaller() caller: Caller, @Param('webhookId', valid(Id)) webhookId: string) {
    return shownWebhook(await this.own.read(caller, webhookId));
  }
}
