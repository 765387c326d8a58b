import { Body, Controller, Delete, HttpCode, Param, Put, Query } from '@nestjs/common';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Id, LineNo } from '@chuanliu/contracts/shapes';
import { Database } from '@chuanliu/database/database';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validOrNone, validQuery } from '@chuanliu/http/validate';
import { noSuchLine, orderInSeveralChannels } from '../domain/line-hold.problems';
import type { LineId } from '../storage/ledger-lines';
import { Hold, HoldQuery, LiftedHold, NewHold } from './hold-line.dto';
import { HoldLineHandler } from './hold-line.handler';

const described = { params: { orderId: Id, lineNo: LineNo }, query: HoldQuery };
const absent = ['settlement/no-such-line'];
const severalChannels = 'orders/order-in-several-channels';

/** Holds of single lines: while one lies on a line, no run settles it. The order's freight settles all the same. */
@Controller('v1/orders/:orderId/lines/:lineNo/hold')
@Roles('finance')
export class HoldLineController {
  constructor(
    private readonly holdLine: HoldLineHandler,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Put()
  @Describes({
    summary: 'Lays a hold on a line',
    description: 'On one that is held already, another reason is kept in the audit log beside the first.',
    body: NewHold,
    answer: Hold,
    problems: { absent, conflict: ['settlement/line-is-settled', severalChannels] },
    ...described,
  })
  async lay(
    @CurrentCaller() caller: Caller,
    @Param('orderId', valid(Id)) orderId: string,
    @Param('lineNo', valid(LineNo)) lineNo: number,
    @Query(validQuery(HoldQuery)) { channelId }: HoldQuery,
    @Body(valid(NewHold)) { reason }: NewHold,
  ) {
    const line = await this.lineMeant(orderId, lineNo, channelId);
    await this.holdLine.run({ line, isHeld: true, reason, caller, at: this.clock.now() });
    return { ...line, isHeld: true };
  }

  @Delete()
  @HttpCode(204)
  @Describes({
    summary: 'Lifts a line’s hold; changes nothing when none lies on it, as on a settled line',
    body: LiftedHold,
    bodyOptional: true,
    status: 204,
    problems: { absent, conflict: [severalChannels] },
    ...described,
  })
  async lift(
    @CurrentCaller() caller: Caller,
    @Param('orderId', valid(Id)) orderId: string,
    @Param('lineNo', valid(LineNo)) lineNo: number,
    @Query(validQuery(HoldQuery)) { channelId }: HoldQuery,
    @Body(validOrNone(LiftedHold)) { reason = null }: { reason?: string | null },
  ): Promise<void> {
    const line = await this.lineMeant(orderId, lineNo, channelId);
    await this.holdLine.run({ line, isHeld: false, reason, caller, at: this.clock.now() });
  }

  /** @throws Problem when there is none, or when two channels have such an order and none was named */
  private async lineMeant(orderId: string, lineNo: number, channelId: string | undefined): Promise<LineId> {
    if (channelId !== undefined) return { channelId, orderId, lineNo };
    const rows = await this.database.read<{ channel_id: string }>(
      'SELECT DISTINCT channel_id FROM ledger_line WHERE order_id = ? ORDER BY channel_id',
      [orderId],
    );
    const [first, ...others] = rows.map(row => row.channel_id);
    if (first === undefined) throw noSuchLine({ orderId, lineNo });
    if (others.length > 0) throw orderInSeveralChannels(orderId, [first, ...others]);
    return { channelId: first, orderId, lineNo };
  }
}
