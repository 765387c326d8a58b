import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { escaped } from './faults';
import { malformedRequest } from './validate';

const TAKES_NO_QUERY = 'chuanliu:takes-no-query';

/** Marks a route that has no query; where there is one, `validQuery` refuses what it does not know. */
export const TakesNoQuery = () => SetMetadata(TAKES_NO_QUERY, true);

/** Refuses every query parameter of a route that takes none: a filter that is passed over would be believed in. */
@Injectable()
export class SurplusQueryGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    if (!this.reflector.get<boolean | undefined>(TAKES_NO_QUERY, context.getHandler())) return true;
    const { query } = context.switchToHttp().getRequest<FastifyRequest>();
    const surplus = Object.keys(query as object);
    if (surplus.length === 0) return true;
    throw malformedRequest(surplus.map(name => ({ pointer: `/${escaped(name)}`, problem: 'is not a known field' })));
  }
}
