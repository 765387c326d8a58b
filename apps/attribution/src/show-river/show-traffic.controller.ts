import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Id } from '@chuanliu/contracts/shapes';
import { Database } from '@chuanliu/database/database';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import type { GrantKind } from '../domain/grants';
import { KnownParties } from '../storage/known-parties';
import { readerOn } from '../storage/reader';
import { spendsOf } from '../storage/traffic-spends';
import { trafficWallet } from '../storage/traffic-wallet';
import { AsOf, Wallet } from './river.dto';

const described = { query: AsOf, answer: Wallet, problems: { absent: ['no-such-party'] } };

@Controller('v1')
export class ShowTrafficController {
  constructor(
    private readonly database: Database,
    private readonly parties: KnownParties,
    private readonly clock: Clock,
  ) {}

  @Get('brands/:id/traffic')
  @Roles('brand', 'operator', 'finance')
  @Describes({ summary: "Traffic that a brand's sales through promoters earned it", params: { id: Id }, ...described })
  ofBrand(
    @CurrentCaller() caller: Caller,
    @Param('id', valid(Id)) id: string,
    @Query(validQuery(AsOf)) query: Static<typeof AsOf>,
  ): Promise<Static<typeof Wallet>> {
    return this.of('brand', caller, id, query.at);
  }

  @Get('promoters/:id/traffic')
  @Roles('promoter', 'operator', 'finance')
  @Describes({
    summary: 'Traffic that a promoter earned by buyers who returned to brands’ own streams',
    params: { id: Id },
    ...described,
  })
  ofPromoter(
    @CurrentCaller() caller: Caller,
    @Param('id', valid(Id)) id: string,
    @Query(validQuery(AsOf)) query: Static<typeof AsOf>,
  ): Promise<Static<typeof Wallet>> {
    return this.of('promoter', caller, id, query.at);
  }

  private async of(kind: GrantKind, caller: Caller, id: string, given?: string): Promise<Static<typeof Wallet>> {
    await this.parties.require(caller, kind, id);
    const reader = readerOn(this.database);
    const at = given ? toUtcInstant(given) : this.clock.now();
    return trafficWallet(reader, kind, id, await spendsOf(reader, kind, id), at);
  }
}
