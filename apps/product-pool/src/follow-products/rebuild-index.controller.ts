import { Controller, HttpCode, Post } from '@nestjs/common';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { Describes } from '@chuanliu/http/openapi';
import { RebuildRequests } from './rebuild-requests';

@Controller('v1/pool/index/rebuild')
export class RebuildIndexController {
  constructor(private readonly requests: RebuildRequests) {}

  @Post()
  @HttpCode(204)
  @Roles('operator')
  @Describes({
    summary: 'Build the pool’s index anew from the database, in every instance; the one there is serves meanwhile',
    status: 204,
  })
  rebuild() {
    return this.requests.add();
  }
}
