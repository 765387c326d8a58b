import { Controller, Get, Param, Query } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { requireParty } from '@chuanliu/auth/require-party';
import { toUtcInstant, type UtcInstant } from '@chuanliu/contracts/instants';
import { Closed, Id, Instant, Nullable, Utc } from '@chuanliu/contracts/shapes';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { controlOf, decodeCursor, listAnswer, listAnswerOf, listQuery } from '@chuanliu/http/listing';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import { noSuchPick } from '../domain/product-pool.problems';
import { ExtrasOfPicks } from '../pick-product/pick-extras';
import { PickAnswer, PublicUrl, shownPick } from '../pick-product/pick.dto';
import type { Pick } from '../storage/picks';
import { ListPicksQuery } from './list-picks.query';

const ListPicks = listQuery({
  productId: Type.Optional(Id),
  open: Type.Optional(Type.Boolean()),
  updatedFrom: Type.Optional(Instant),
});
const Keyset = Closed({ pickId: Id });

/** The terms are those in force now; of a pick that has ended, those that it ended with. */
const PickRow = Closed({
  id: Id,
  ...PickAnswer.properties,
  tag: Nullable(Type.String()),
  to: Nullable(Utc),
  clicks: Type.Integer({ minimum: 0, description: 'Of its short link, in the last 30 business days' }),
  updatedAt: Utc,
});

type PickRow = Static<typeof PickRow>;

@Controller('v1/promoters/:promoterId/picks')
export class ListPicksController {
  constructor(
    private readonly picks: ListPicksQuery,
    private readonly links: PublicUrl,
    private readonly extras: ExtrasOfPicks,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Roles('promoter', 'operator', 'finance')
  @Describes({
    summary: 'A promoter’s picks, in the order in which they were made',
    params: { promoterId: Id },
    query: ListPicks,
    answer: listAnswerOf(PickRow),
    problems: { absent: ['no-such-party'] },
  })
  async list(
    @CurrentCaller() caller: Caller,
    @Param('promoterId', valid(Id)) promoterId: string,
    @Query(validQuery(ListPicks)) query: Static<typeof ListPicks>,
  ) {
    requireParty(caller, 'promoter', promoterId);
    const now = this.clock.now();
    const updatedFrom = query.updatedFrom === undefined ? undefined : toUtcInstant(query.updatedFrom);
    const filter = { promoterId, productId: query.productId, open: query.open, updatedFrom, now };
    const after = decodeCursor(Keyset, query.cursor)?.pickId ?? '';
    const rows = await this.picks.page(filter, after, query.limit + 1);
    const shown = await this.shown(rows, now);
    const ids = await this.picks.ids(filter);
    return listAnswer(shown, {
      limit: query.limit,
      keysetOf: row => ({ pickId: row.pickId }),
      itemOf: row => row,
      control: await controlOf(ids.map(id => ({ id, amountFen: 0 }))),
    });
  }

  @Get(':pickId')
  @Roles('promoter', 'operator', 'finance')
  @Describes({
    summary: 'One pick of a promoter',
    params: { promoterId: Id, pickId: Id },
    answer: PickRow,
    problems: { absent: ['no-such-party', 'product-pool/no-such-pick'] },
  })
  async show(
    @CurrentCaller() caller: Caller,
    @Param('promoterId', valid(Id)) promoterId: string,
    @Param('pickId', valid(Id)) pickId: string,
  ): Promise<PickRow> {
    requireParty(caller, 'promoter', promoterId);
    const pick = await this.picks.one(promoterId, pickId);
    if (!pick) throw noSuchPick(pickId);
    return (await this.shown([pick], this.clock.now()))[0]!;
  }

  /** A page of picks costs a few statements, however many there are. */
  private async shown(picks: readonly Pick[], now: UtcInstant): Promise<PickRow[]> {
    const plans = await this.picks.plansOf(picks);
    const extras = await this.extras.of(picks, pick => lastInstantOf(pick, now));
    const clicks = await this.picks.clicksOf(picks, now);
    return picks.map(pick => ({
      id: pick.pickId,
      ...shownPick(pick, plans, this.links, lastInstantOf(pick, now)),
      ...extras.get(pick.pickId)!,
      tag: pick.tag,
      to: pick.to,
      clicks: clicks.get(pick.pickId) ?? 0,
      updatedAt: pick.updatedAt,
    }));
  }
}

function lastInstantOf(pick: Pick, now: UtcInstant): UtcInstant {
  if (pick.to !== null && pick.to <= now) return pick.to;
  return pick.from > now ? pick.from : now;
}
