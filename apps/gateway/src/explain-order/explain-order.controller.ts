import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Id } from '@chuanliu/contracts/shapes';
import { languageAsked, noteLanguage } from '@chuanliu/http/language';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import { ExplanationAsked, ExplanationShown } from '../read-order/order.dto';
import { oneOrder } from '../read-order/one-order';
import type { OrderPart } from '../read-order/order-parts';
import { OrderPartsOf } from '../read-order/order-parts-of';
import { noSuchOrder } from '../read-order/order.problems';
import { explainOrder, inCodes, type Explanation } from './explain-order';
import { storyOfOrder } from './story-of-order';
import { toldInLanguage, type ToldExplanation } from './told-in-language';
import { asSeenBy, viewerOf, type Viewer } from './viewer';

@Controller('v1/orders/:orderId/explanation')
export class ExplainOrderController {
  constructor(private readonly parts: OrderPartsOf) {}

  @Get()
  @Roles('operator', 'finance', 'promoter')
  @Describes({
    summary: 'For every fen of an order: who got it, and why',
    description:
      'A promoter sees their own candidacy and share, and nobody else. Where `Accept-Language` names a language, texts ' +
      'for people stand beside the codes: Chinese for `zh`, else English. With `format=markdown` all of it is a text.',
    params: { orderId: Id },
    query: ExplanationAsked,
    answer: ExplanationShown,
    problems: { absent: ['orders/no-such-order'], conflict: ['orders/order-in-several-channels'] },
  })
  async explain(
    @CurrentCaller() caller: Caller,
    @Param('orderId', valid(Id)) orderId: string,
    @Query(validQuery(ExplanationAsked)) { channelId, format, seenBy }: Static<typeof ExplanationAsked>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReturnType<typeof inCodes> | ToldExplanation | string> {
    const viewer = viewerFor(caller, seenBy);
    if (viewer === 'another') throw noSuchOrder(orderId);
    const orders = await this.parts.orders(orderId, channelId);
    const { order, explanation } = viewer
      ? await this.seen(orderId, orders, viewer)
      : await this.whole(oneOrder(orderId, orders));
    const asked = languageAsked(request.headers['accept-language']);
    const language = format === 'markdown' ? (asked ?? 'en') : asked;
    noteLanguage(reply, language);
    if (!language) return inCodes(explanation);
    if (format !== 'markdown') return toldInLanguage(explanation, language);
    void reply.type('text/markdown; charset=utf-8');
    return storyOfOrder(explanation, order, viewer, language);
  }

  private async whole(order: OrderPart): Promise<{ order: OrderPart; explanation: Explanation }> {
    return { order, explanation: explainOrder(await this.parts.parts(order)) };
  }

  /** Orders that are none of the viewer's do not count, not even as a conflict. */
  private async seen(orderId: string, orders: readonly OrderPart[], viewer: Viewer) {
    const visible = await Promise.all(
      orders.map(async order => {
        const explanation = asSeenBy(viewer, (await this.whole(order)).explanation, order.brandId);
        return explanation ? [{ channelId: order.channelId, order, explanation }] : [];
      }),
    );
    return oneOrder(orderId, visible.flat());
  }
}

/** Through whose eyes; null: staff see all. A promoter asks for themself alone. */
function viewerFor({ role, partyId }: Caller, seenBy: string | undefined): Viewer | null | 'another' {
  if (role !== 'promoter') return seenBy === undefined ? null : viewerOf(seenBy);
  const self = `promoter:${partyId!}`;
  return (seenBy ?? self) === self ? viewerOf(self) : 'another';
}
