import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { isPartyKind, type Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { requireParty } from '@chuanliu/auth/require-party';
import { Closed } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import { partyMissing } from '../domain/webhook.problems';
import { RegisterWebhookHandler } from './register-webhook.handler';
import { Events, Party, Secret, WebhookAnswer, WebhookUrl } from './webhook.dto';

const RegisterWebhook = Closed({
  url: WebhookUrl,
  events: Events,
  /** Operators name it; a party may name itself. */
  party: Type.Optional(Party),
});
const RegisteredWebhook = Closed({ ...WebhookAnswer.properties, secret: Secret });

@Controller('v1/webhooks')
export class RegisterWebhookController {
  constructor(private readonly webhooks: RegisterWebhookHandler) {}

  @Post()
  @HttpCode(201)
  @Roles('promoter', 'brand', 'operator')
  @Describes({
    summary: 'Have a party told of its sales, picks, samples and payouts; the answer shows the signing secret, once',
    body: RegisterWebhook,
    answer: RegisteredWebhook,
    status: 201,
    problems: {
      absent: ['no-such-party'],
      conflict: ['push/too-many-webhooks'],
      invalid: ['push/url-not-allowed', 'push/party-missing'],
    },
  })
  register(
    @CurrentCaller() caller: Caller,
    @Body(valid(RegisterWebhook)) { url, events, party }: Static<typeof RegisterWebhook>,
  ): Promise<Static<typeof RegisteredWebhook>> {
    return this.webhooks.run(partyOf(caller, party), url, events);
  }
}

/** @throws Problem `no-such-party` for a party that is not the caller's, `push/party-missing` when an operator names none. */
function partyOf(caller: Caller, named: string | undefined): { kind: 'promoter' | 'brand'; id: string } {
  if (named !== undefined) {
    const at = named.indexOf(':');
    const kind = named.slice(0, at) as 'promoter' | 'brand';
    const id = named.slice(at + 1);
    requireParty(caller, kind, id);
    return { kind, id };
  }
  if (!isPartyKind(caller.role) || caller.partyId === null) throw partyMissing();
  return { kind: caller.role as 'promoter' | 'brand', id: caller.partyId };
}
