import { createServer, type IncomingMessage, type Server } from 'node:http';
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '@chuanliu/problems/problem';
import { GATEWAY_SETTINGS, type GatewaySettings } from '../gateway.config';
import { AddressLimit } from '../limit-requests/address-limit';
import { bodyLimitOf } from './body-limits';
import { readBody } from './read-body';

/** What only the internal port serves: patterns of routes, since an address can spell one path in many ways. */
const internalRoute = /^\/(?:v1\/)?(?:health|metrics|internal)(?:\/|$)/;

/**
 * What every request passes before it meets a route: limits by address, bodies as bytes, and the wall between the
 * public port and the internal one, on which health and metrics are served.
 */
@Injectable()
export class PublicDoor implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(PublicDoor.name);
  private readonly fastify: FastifyInstance;
  private internal?: Server;

  constructor(
    adapterHost: HttpAdapterHost<FastifyAdapter>,
    private readonly addresses: AddressLimit,
    @Inject(GATEWAY_SETTINGS) private readonly settings: GatewaySettings,
  ) {
    // In the constructor, since Nest installs parsers of its own before any hook of a module runs.
    this.fastify = adapterHost.httpAdapter.getInstance<FastifyInstance>();
    this.takeBodiesAsBytes(adapterHost.httpAdapter);
    this.fastify.addHook('onRequest', (request, _reply, done) => done(this.refusalOf(request)));
    this.fastify.addHook('onResponse', (request, reply, done) => {
      if (reply.statusCode === 401) this.addresses.count(request.ip);
      done();
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    const { internalPort } = this.settings;
    if (internalPort === undefined) return;
    await this.fastify.ready();
    const server = createServer((request, response) => this.fastify.routing(request, response));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(internalPort, '127.0.0.1', resolve);
    });
    this.internal = server;
    this.logger.log(`health and metrics are served at http://127.0.0.1:${internalPort}`);
  }

  async beforeApplicationShutdown(): Promise<void> {
    const server = this.internal;
    if (!server) return;
    await new Promise<void>(resolve => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }

  private takeBodiesAsBytes(adapter: FastifyAdapter): void {
    adapter.useBodyParser('application/x-chuanliu-none', false, {}); // Tells Nest that parsers are there.
    this.fastify.removeAllContentTypeParsers();
    this.fastify.addContentTypeParser('*', (request: FastifyRequest, payload: IncomingMessage) =>
      readBody(payload, bodyLimitOf(request.routeOptions.url)),
    );
  }

  private refusalOf(request: FastifyRequest): Problem | undefined {
    const isInternal = this.internal !== undefined && request.socket.localPort === this.settings.internalPort;
    if (isInternal !== internalRoute.test(request.routeOptions.url ?? '')) return nothingHere();
    if (!isInternal && this.addresses.isExhausted(request.ip)) return this.addresses.refusal();
    return undefined;
  }
}

const nothingHere = () => new Problem('absent', 'no-such-route', 'There is nothing at this address');
