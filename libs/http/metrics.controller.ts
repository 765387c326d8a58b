import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@chuanliu/auth/auth.decorators';
import { registry } from '@chuanliu/observability/metrics';

/** What Prometheus reads; never routed through the public port. */
@ApiExcludeController()
@Public()
@Controller('metrics')
export class MetricsController {
  @Get()
  @Header('content-type', registry.contentType)
  print(): Promise<string> {
    return registry.metrics();
  }
}
