import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '@chuanliu/auth/auth.decorators';
import { businessDayOf } from '@chuanliu/contracts/instants';
import { Id } from '@chuanliu/contracts/shapes';
import { holdsAt } from '@chuanliu/dated-facts/versions';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { compileShape } from '@chuanliu/http/validate';
import { forwardAddress } from '../domain/forward-address';
import { Tag } from '../pick-product/pick.dto';
import { ClickCounter } from './click-counter';
import { LinkedPicks } from './linked-picks.query';
import { PAGE_POLICY, productPage, unknownLinkPage } from './link-page';

const code = compileShape(Id);
const tag = compileShape(Tag);

/**
 * Where buyers land who open a promotion link; no token is asked for. A click is counted, and no touch is made of it:
 * nobody knows who the buyer is.
 */
@ApiExcludeController()
@Public()
@Controller('p/:code')
export class FollowLinkController {
  constructor(
    private readonly picks: LinkedPicks,
    private readonly clicks: ClickCounter,
    private readonly clock: Clock,
  ) {}

  /** @param given another tag than the pick's own, if it is one */
  @Get()
  async follow(
    @Param('code') promotionCode: string,
    @Query('tag') given: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    void reply.header('cache-control', 'no-store');
    const pick = code.fits(promotionCode) ? await this.picks.withCode(promotionCode) : null;
    if (!pick) return sendPage(reply.status(404), unknownLinkPage());

    const now = this.clock.now();
    const isInForce = holdsAt(pick, now);
    // Whoever asks for the head alone (a preview, a monitor) is no buyer.
    if (isInForce && request.method !== 'HEAD') {
      await this.clicks.count(pick.pickId, pick.productId, businessDayOf(now));
    }
    if (pick.url === null) return sendPage(reply, productPage(pick.title, pick.priceFen));
    const carried = { promotionCode, tag: tag.fits(given) ? given : pick.tag };
    void reply
      .status(302)
      .header('location', forwardAddress(pick.url, isInForce ? carried : null))
      .send();
  }
}

function sendPage(reply: FastifyReply, page: string): void {
  void reply.type('text/html; charset=utf-8').header('content-security-policy', PAGE_POLICY).send(page);
}
