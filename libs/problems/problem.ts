/** The ways a request can be refused; HTTP tells each by one status. */
export const statusOfKind = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  absent: 404,
  conflict: 409,
  'too-large': 413,
  invalid: 422,
  'too-many': 429,
  unavailable: 503,
} as const;

export type ProblemKind = keyof typeof statusOfKind;

/** Further members of the problem's body; `detail` and `retryAfterSeconds` have a meaning of their own. */
export type ProblemFacts = Readonly<Record<string, unknown>> & {
  /** One sentence on this very occurrence. */
  readonly detail?: string;
  /** Whole seconds after which trying again makes sense (429 and 503). */
  readonly retryAfterSeconds?: number;
};

/**
 * A refusal that we expect, with a name that callers can rely on.
 *
 * `type` is `{service}/{name}`, or `{name}` alone for what every service refuses alike. Facts are shown to the
 * caller: never put a secret, a statement or a stack into them.
 */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly kind: ProblemKind,
    readonly type: string,
    readonly title: string,
    readonly facts: ProblemFacts = {},
  ) {
    super(title);
  }

  get status(): number {
    return statusOfKind[this.kind];
  }
}

/** A body of `application/problem+json` (RFC 9457). */
export interface ProblemJson {
  type: string;
  title: string;
  status: number;
  requestId?: string;
  [fact: string]: unknown;
}

/** How a problem reads over HTTP. Facts never replace the members that RFC 9457 defines. */
export function toProblemJson(problem: Problem, requestId?: string): ProblemJson {
  const body: ProblemJson = { type: '', title: '', status: 0, ...problem.facts };
  body.type = typePath(problem.type);
  body.title = problem.title;
  body.status = problem.status;
  if (requestId === undefined) delete body.requestId;
  else body.requestId = requestId;
  return body;
}

/** The public path of a problem type: `orders/xyz` → `/problems/orders/xyz`. */
export function typePath(type: string): string {
  return `/problems/${type}`;
}
