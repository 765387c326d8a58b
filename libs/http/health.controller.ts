import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '@chuanliu/auth/auth.decorators';
import { Readiness } from '@chuanliu/observability/readiness';

/** Live: the process answers. Ready: every part makes progress. */
@ApiExcludeController()
@Public()
@Controller(['health', 'v1/health'])
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  live() {
    return { status: 'live' };
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const { ready, parts } = await this.readiness.look();
    if (!ready) void reply.status(HttpStatus.SERVICE_UNAVAILABLE).header('retry-after', '2');
    return { status: ready ? 'ready' : 'not-ready', parts };
  }
}
