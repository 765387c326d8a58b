import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import { AuthGuard } from '@chuanliu/auth/auth.guard';
import { TokenVerifier, type TokenTrust } from '@chuanliu/auth/token';
import { createLogger } from '@chuanliu/observability/logger';
import { Readiness } from '@chuanliu/observability/readiness';
import { Clock, StoppedClock } from './dated-command-clock';
import { HealthController } from './health.controller';
import { MetricsController } from './metrics.controller';
import { OpenApiController, ServiceDescription } from './openapi.controller';
import { currentContext } from './request-context';
import { SurplusQueryGuard } from './surplus-query';

export interface ServiceParts {
  service: string;
  module: Type | DynamicModule;
  trust: TokenTrust;
  logLevel: string;
  /** Where the clock stands, in a test; unless told it goes. */
  clockAt?: string;
}

/** What every service has around its own module: logs, the guard, health, metrics, its description, the clock. */
@Module({})
export class ServiceModule {
  static around({ service, module, trust, logLevel, clockAt }: ServiceParts): DynamicModule {
    const logger = createLogger({ service, level: logLevel, mixin: contextForLogs });
    return {
      module: ServiceModule,
      global: true,
      // No routes for its middleware: our own hooks follow requests, and the mixin above knows the request at hand.
      imports: [LoggerModule.forRoot({ pinoHttp: { logger }, forRoutes: [] }), module],
      controllers: [HealthController, MetricsController, OpenApiController],
      providers: [
        Readiness,
        { provide: Clock, useValue: clockAt === undefined ? new Clock() : new StoppedClock(clockAt) },
        ServiceDescription,
        { provide: TokenVerifier, useFactory: () => new TokenVerifier(trust) },
        { provide: APP_GUARD, useClass: AuthGuard },
        { provide: APP_GUARD, useClass: SurplusQueryGuard }, // After it: who may not ask is told that first.
      ],
      exports: [Readiness, Clock, TokenVerifier, ServiceDescription],
    };
  }
}

function contextForLogs(): object {
  const context = currentContext();
  if (!context) return {};
  const { requestId, traceparent, caller } = context;
  return { requestId, traceparent, ...(caller ? { clientId: caller.clientId } : {}) };
}
