import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import type { GuardedRequest } from '@chuanliu/auth/current-caller';
import { AddressLimit } from './address-limit';
import { ClientLimit } from './client-limit';

const intakeRoutes: ReadonlySet<string | undefined> = new Set(['/v1/orders/events', '/v1/touches']);

/** Counts each request for the client that made it, and one that needed no client for its address. */
@Injectable()
export class LimitClients implements NestInterceptor {
  constructor(
    private readonly clients: ClientLimit,
    private readonly addresses: AddressLimit,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest & GuardedRequest>();
    if (request.caller) this.clients.admit(`client:${request.caller.clientId}`);
    // Intake counts for the channel, once its signature has told which that is.
    else if (!intakeRoutes.has(request.routeOptions.url)) this.addresses.count(request.ip);
    return next.handle();
  }
}
