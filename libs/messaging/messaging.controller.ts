import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { valid, validQuery } from '@chuanliu/http/validate';
import { Progress, type ServiceProgress } from './progress';
import { ReplayParked, type ParkedEvent } from './replay-parked';

const Page = Type.Object(
  {
    after: Type.Integer({ minimum: 0, default: 0 }),
    limit: Type.Integer({ minimum: 1, maximum: 5_000, default: 1_000 }),
  },
  { additionalProperties: false },
);
const RowId = Type.String({ pattern: '^[0-9]{1,15}$' });

/** What the gateway asks every service: how far it is, and what it had to set aside. */
@Controller('internal')
export class MessagingController {
  constructor(
    private readonly progress: Progress,
    private readonly parked: ReplayParked,
  ) {}

  @Get('progress')
  @Roles('internal')
  look(): Promise<ServiceProgress> {
    return this.progress.look();
  }

  @Get('parked-events')
  @Roles('internal')
  async list(@Query(validQuery(Page)) page: Static<typeof Page>): Promise<{ items: ParkedEvent[] }> {
    return { items: await this.parked.list(page.after, page.limit) };
  }

  @Post('parked-events/:id/replay')
  @HttpCode(200)
  @Roles('internal')
  async replay(@Param('id', valid(RowId)) id: string): Promise<{ replayed: number }> {
    return { replayed: await this.parked.replay(id) };
  }
}
