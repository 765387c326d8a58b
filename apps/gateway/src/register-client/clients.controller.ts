import { Controller, Post, Req, Res } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { uuidv7 } from 'uuidv7';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { clientRoles, isPartyKind, type Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Closed, Id } from '@chuanliu/contracts/shapes';
import type { Fault } from '@chuanliu/http/faults';
import { Describes } from '@chuanliu/http/openapi';
import { malformedRequest } from '@chuanliu/http/validate';
import { AnswerOnce } from '../answer-once/answer-once';
import { jsonAnswer, sendAnswer } from '../answer-once/answer';
import { idempotencyKeyHeader } from '../answer-once/idempotency-key.shape';
import { ClientStore } from '../issue-token/client-store';
import { readJsonBody } from '../public-door/json-body';

export const NewClient = Closed({
  role: Type.Union(clientRoles.map(role => Type.Literal(role))),
  partyId: Type.Optional(Id),
  personId: Type.Optional(Id),
});
export type NewClient = Static<typeof NewClient>;

const MadeClient = Closed({ clientId: Id, clientSecret: Type.String({ description: 'Shown this once' }) });

@Controller('v1/clients')
export class ClientsController {
  constructor(
    private readonly clients: ClientStore,
    private readonly once: AnswerOnce,
  ) {}

  @Post()
  @Roles('operator')
  @Describes({
    summary: 'Let somebody call the API',
    headers: idempotencyKeyHeader,
    body: NewClient,
    answer: MadeClient,
    status: 201,
  })
  async make(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    const answer = await this.once.answer(request, caller, { required: false }, async () => {
      const body = readJsonBody(NewClient, request);
      const faults = faultsOfClient(body);
      if (faults.length > 0) throw malformedRequest(faults);
      const clientId = `${body.role}-${uuidv7()}`;
      const { partyId = null, personId = null } = body;
      return jsonAnswer(201, {
        clientId,
        ...(await this.clients.save(clientId, { role: body.role, partyId, personId })),
      });
    });
    sendAnswer(reply, answer);
  }
}

/** A party's client acts for that party; a finance client for a person, since the second person must be another one. */
export function faultsOfClient({ role, partyId, personId }: NewClient): Fault[] {
  const faults: Fault[] = [];
  if (isPartyKind(role) && partyId === undefined)
    faults.push({ pointer: '/partyId', problem: `is required of a ${role}` });
  if (!isPartyKind(role) && partyId !== undefined) faults.push({ pointer: '/partyId', problem: `is not for ${role}` });
  if (role === 'finance' && personId === undefined)
    faults.push({ pointer: '/personId', problem: 'is required of finance' });
  return faults;
}
