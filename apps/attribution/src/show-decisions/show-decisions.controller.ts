import { Controller, Get, Param } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { Id } from '@chuanliu/contracts/shapes';
import { Database } from '@chuanliu/database/database';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { valid } from '@chuanliu/http/validate';
import { baseAfter } from '../domain/base';
import { winnerOf } from '../domain/sale';
import { shownAppeal } from '../file-appeal/appeal.dto';
import { adjustmentsOfAppeals, statesTold } from '../storage/appeal-adjustments';
import { appealsOfOrder } from '../storage/appeals';
import type { LateDecision, Line } from '../storage/line';
import { attributionPolicy, attributionPolicyName } from '../storage/policy-versions';
import { readerOn } from '../storage/reader';
import { lateDecisionsOf } from '../storage/settled-lines';
import { linesOfOrder } from '../storage/stored-lines';
import type { DecidedLine, Decisions } from './decisions.dto';

/** How the lines of an order were decided, for the order's explanation. */
@Controller('internal/orders/:channelId/:orderId/decisions')
export class ShowDecisionsController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Roles('internal')
  async show(
    @Param('channelId', valid(Id)) channelId: string,
    @Param('orderId', valid(Id)) orderId: string,
  ): Promise<Static<typeof Decisions>> {
    const reader = readerOn(this.database);
    const lines = await linesOfOrder(reader, channelId, orderId);
    const policy = await attributionPolicy(reader);
    const appeals = await appealsOfOrder(reader, channelId, orderId);
    const appealIds = appeals.map(({ appealId }) => appealId);
    const adjustments = await adjustmentsOfAppeals(reader, appealIds, statesTold(false));
    const late = await lateDecisionsOf(reader, channelId, orderId);
    const now = this.clock.now();
    return {
      lines: lines.map(line => ({
        ...decidedLine(line, attributionPolicyName(policy, line.facts.orderedAt)),
        late: late.filter(({ lineNo }) => lineNo === line.facts.lineNo).map(shownLate),
        appeals: appeals
          .filter(({ lineNo }) => lineNo === line.facts.lineNo)
          .map(appeal => shownAppeal(appeal, now, adjustments.get(appeal.appealId))),
      })),
    };
  }
}

function decidedLine(
  { facts, refunds, decision, settled, river, orderRevision, revision }: Line,
  policyVersion: string,
): Omit<DecidedLine, 'appeals' | 'late'> {
  const { outcome, promoterId, pickId, candidates } = decision;
  const winner = winnerOf(decision);
  const hasBrought = outcome === 'distribution' && facts.present && facts.buyerKey !== null;
  return {
    lineNo: facts.lineNo,
    orderRevision,
    revision,
    present: facts.present,
    outcome,
    rule: winner?.rule ?? null,
    promoterId,
    pickId,
    accountId: winner?.accountId ?? null,
    policyVersion: outcome === 'void' ? null : policyVersion, // Nobody was examined for a gift.
    candidates,
    river: {
      joined: hasBrought && baseAfter(facts, refunds) > 0,
      return: river.returned,
      grants: river.grant ? [river.grant] : [],
    },
    settledRevision: settled?.decisionRevision ?? null,
  };
}

const shownLate = ({ revision, decision }: LateDecision): DecidedLine['late'][0] => ({
  revision,
  outcome: decision.outcome,
  rule: winnerOf(decision)?.rule ?? null,
  promoterId: decision.promoterId,
  pickId: decision.pickId,
  assistantIds: decision.assistantIds,
});
