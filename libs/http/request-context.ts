import { AsyncLocalStorage } from 'node:async_hooks';
import type { Caller } from '@chuanliu/auth/caller';

/** What follows one request, or one slice of messages, through everything it causes. */
export interface RequestContext {
  requestId: string;
  traceparent: string;
  /** Known once the guard has let the request through. */
  readonly caller?: Caller | undefined;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** The context that the running code belongs to; undefined outside of any. */
export function currentContext(): RequestContext | undefined {
  return storage.getStore();
}

/** Runs `work`, and all that it starts, in this context. */
export function runInContext<R>(context: RequestContext, work: () => R): R {
  return storage.run(context, work);
}
