import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Caller } from './caller';

/** A request after the guard has passed it. */
export interface GuardedRequest {
  headers: Record<string, string | string[] | undefined>;
  caller?: Caller;
}

/** The caller whom the guard let through; undefined on a `@Public()` route. */
export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<GuardedRequest>().caller,
);
