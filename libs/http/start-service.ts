import 'reflect-metadata';
import type { DynamicModule, LoggerService, Type } from '@nestjs/common';
import { ModuleRef, NestFactory } from '@nestjs/core';
import type { CustomStrategy, CustomTransportStrategy, Server } from '@nestjs/microservices';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Logger } from 'nestjs-pino';
import type { TokenTrust } from '@chuanliu/auth/token';
import { measureProcess } from '@chuanliu/observability/metrics';
import { BATCH_STRATEGY } from './batch-strategy-token';
import { describeService } from './openapi';
import { ServiceDescription } from './openapi.controller';
import { ProblemFilter, sendProblem, unreadableRequest } from './problem.filter';
import { followRequests, requestIdFor } from './follow-requests';
import { ServiceModule } from './service.module';

export interface ServiceOptions {
  module: Type | DynamicModule;
  /** The service's name, as its folder has it. */
  service: string;
  trust?: TokenTrust;
  logLevel?: string;
  /** Where the clock of commands stands, in a test; unless told it goes. */
  clockAt?: string;
  /** Largest body taken, in bytes; 1 MiB unless told. */
  bodyLimit?: number;
  /** Keeps `request.rawBody`, the bytes as they came, for signatures. */
  rawBody?: boolean;
  /** Adds what must be there before the first request: body parsers, static files, Fastify hooks. */
  prepare?: (app: NestFastifyApplication) => void | Promise<void>;
}

/** The service, wired but not listening: tests use it with `inject()`. */
export async function createService(options: ServiceOptions): Promise<NestFastifyApplication> {
  const { module, service, logLevel = 'info', trust = {}, clockAt, bodyLimit = 1024 * 1024, rawBody = false } = options;
  const adapter = new FastifyAdapter({
    bodyLimit,
    genReqId: requestIdFor,
    routerOptions: { maxParamLength: 1_024 }, // A cart token is the longest part of any path.
    // An address that cannot be decoded never reaches Nest's filters.
    frameworkErrors: (_error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(reply, unreadableRequest(), String(request.id)),
  });
  followRequests(adapter.getInstance());
  const root = ServiceModule.around({ module, service, trust, logLevel, clockAt });
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    bufferLogs: true,
    abortOnError: false,
    rawBody,
  });
  app.useLogger(withoutChatter(app.get(Logger)));
  app.useGlobalFilters(new ProblemFilter());
  app.get(ServiceDescription).describeBy(() => describeService(app, service));
  const strategy = strategyOf(app);
  if (strategy) app.connectMicroservice<CustomStrategy>({ strategy });
  // Nest leaves out its own parsers once another was added: they go first.
  adapter.registerParserMiddleware(undefined, rawBody);
  // Nest and Fastify would read forms and plain text as well: what is not said to be JSON is no JSON.
  adapter.getInstance().removeContentTypeParser(['application/x-www-form-urlencoded', 'text/plain']);
  await options.prepare?.(app);
  return app;
}

export interface StartOptions extends ServiceOptions {
  port: number;
  /** 127.0.0.1 unless told: services are reached through the gateway. */
  host?: string;
}

/**
 * Starts a service and keeps it running until SIGTERM or SIGINT, which let requests and slices finish first.
 * A start that fails, and a failure that nobody handled, end the process: the launcher starts a fresh one.
 */
export async function startService(options: StartOptions): Promise<NestFastifyApplication> {
  endOnUnhandledFailure();
  try {
    const app = await createService(options);
    app.enableShutdownHooks();
    measureProcess(options.service);
    // Consumers first: a service that answers is one that also hears.
    await app.startAllMicroservices();
    await app.listen(options.port, options.host ?? '127.0.0.1');
    app.get(Logger).log(`${options.service} listens at ${await app.getUrl()}`);
    return app;
  } catch (error) {
    process.stderr.write(`${options.service} could not start: ${describe(error)}\n`);
    process.exit(1);
  }
}

function strategyOf(app: NestFastifyApplication): (Server & CustomTransportStrategy) | undefined {
  try {
    return app.get(ModuleRef).get(BATCH_STRATEGY, { strict: false }); // Asked of the app itself, a miss is logged as an error.
  } catch {
    return undefined; // A service that hears no events.
  }
}

/** Nest's list of every module and route, at each start, would bury the lines that matter. */
const startChatter = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory']);

function withoutChatter(logger: Logger): LoggerService {
  return {
    log: (message: unknown, ...more: unknown[]) => {
      if (!startChatter.has(String(more.at(-1)))) logger.log(message, ...more);
    },
    error: (message: unknown, ...more: unknown[]) => logger.error(message, ...more),
    warn: (message: unknown, ...more: unknown[]) => logger.warn(message, ...more),
    debug: (message: unknown, ...more: unknown[]) => logger.debug(message, ...more),
    verbose: (message: unknown, ...more: unknown[]) => logger.verbose(message, ...more),
    fatal: (message: unknown, ...more: unknown[]) => logger.fatal(message, ...more),
  };
}

function endOnUnhandledFailure(): void {
  for (const event of ['unhandledRejection', 'uncaughtException']) {
    process.on(event, (error: unknown) => {
      process.stderr.write(`${JSON.stringify({ level: 'fatal', msg: event, error: describe(error) })}\n`);
      process.exit(1);
    });
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
