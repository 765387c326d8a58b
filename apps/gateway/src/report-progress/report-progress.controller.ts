import { Controller, Get, Logger } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { Describes } from '@chuanliu/http/openapi';
import { Upstreams } from '../forward/upstreams';
import { upstreamNames, type UpstreamName } from '../gateway.config';
import { progressOf, type Look, type Progress, type ServiceProgress } from './progress';

const Count = (description: string) => Type.Integer({ minimum: 0, description });
const ProgressShown = Type.Object({
  quiescent: Type.Boolean({ description: 'Everything that was sent has arrived everywhere' }),
  outboxRows: Count('Events not sent yet'),
  lag: Count('Events sent and not applied yet'),
  parked: Count('Events set aside for a person'),
  waiting: Count('Facts that wait for another, such as a refund before its payment'),
  services: Type.Array(Type.Object({ service: Type.String(), reachable: Type.Boolean() })),
});

@Controller('v1/progress')
export class ReportProgressController {
  private readonly logger = new Logger(ReportProgressController.name);

  constructor(private readonly upstreams: Upstreams) {}

  @Get()
  @Roles('operator', 'finance')
  @Describes({ summary: 'How far the system has come, seen in two successive looks', answer: ProgressShown })
  async report(): Promise<Progress> {
    const first = await this.look();
    return progressOf(first, await this.look());
  }

  private look(): Promise<Look[]> {
    return Promise.all(upstreamNames.map(service => this.lookAt(service)));
  }

  private async lookAt(service: UpstreamName): Promise<Look> {
    try {
      return { service, progress: await this.upstreams.read<ServiceProgress>(service, '/internal/progress') };
    } catch (fault) {
      this.logger.debug(`${service} did not tell its progress: ${String(fault)}`);
      return { service, progress: null };
    }
  }
}
