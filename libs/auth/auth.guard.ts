import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Problem } from '@chuanliu/problems/problem';
import { PUBLIC, ROLES } from './auth.decorators';
import type { Role } from './caller';
import type { GuardedRequest } from './current-caller';
import { TokenVerifier, unauthenticated } from './token';

/** Keeps every route closed that does not say who may use it. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: TokenVerifier,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true; // Messages come from our own topics.
    const allowed = this.rolesOf(context);
    if (allowed === 'everyone') return true;

    const request = context.switchToHttp().getRequest<GuardedRequest>();
    const caller = await this.tokens.verify(bearerToken(request));
    if (!allowed.includes(caller.role)) {
      throw new Problem('forbidden', 'forbidden', 'Your role may not do this', { role: caller.role });
    }
    request.caller = caller;
    return true;
  }

  /** What a method says of itself replaces what its controller says, be that more open or less. */
  private rolesOf(context: ExecutionContext): Role[] | 'everyone' {
    for (const place of [context.getHandler(), context.getClass()]) {
      if (this.reflector.get<boolean | undefined>(PUBLIC, place)) return 'everyone';
      const roles = this.reflector.get<Role[] | undefined>(ROLES, place);
      if (roles) return roles;
    }
    return [];
  }
}

function bearerToken(request: GuardedRequest): string {
  const header = request.headers.authorization;
  if (typeof header !== 'string') throw unauthenticated('The request carries no bearer token');
  const token = /^Bearer +([A-Za-z0-9._~+/=-]+)$/i.exec(header)?.[1];
  if (!token) throw unauthenticated('The authorization header is not a bearer token');
  return token;
}
