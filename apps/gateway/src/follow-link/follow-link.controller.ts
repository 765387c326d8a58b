import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '@chuanliu/auth/auth.decorators';
import { Upstreams } from '../forward/upstreams';

const passedBack = ['content-type', 'location', 'cache-control', 'content-security-policy'];

/** Promotion links. Whoever opens one is a stranger: no token is asked for, and strangers are limited by address. */
@ApiExcludeController()
@Public()
@Controller('p/:code')
export class FollowLinkController {
  constructor(private readonly upstreams: Upstreams) {}

  @Get()
  async follow(
    @Param('code') code: string,
    @Query('tag') tag: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    // Written anew: of what a stranger sends, nothing but these two goes on.
    const query = typeof tag === 'string' ? `?tag=${encodeURIComponent(tag)}` : '';
    const path = `/p/${encodeURIComponent(code)}${query}`;
    const method = request.method === 'HEAD' ? 'HEAD' : 'GET';
    const answer = await this.upstreams.request('product-pool', { method, path });
    void reply.status(answer.statusCode);
    for (const name of passedBack) {
      const value = answer.headers[name];
      if (typeof value === 'string') void reply.header(name, value);
    }
    void reply.send(Buffer.from(await answer.body.arrayBuffer()));
  }
}
