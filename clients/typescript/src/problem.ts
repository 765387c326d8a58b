/** What is wrong at one place of a request; the pointer is a JSON pointer into its body, or names a parameter. */
export interface Fault {
  pointer: string;
  problem: string;
}

/** A refusal by the API, as its problem details (RFC 9457) tell it. */
export class ChuanliuProblem extends Error {
  override readonly name = 'ChuanliuProblem';

  constructor(
    /** Such as `/problems/product-pool/out-of-stock`: what a program should decide by. */
    readonly type: string,
    readonly status: number,
    readonly title: string,
    /** Every fault of a request that was not of the declared shape; else empty. */
    readonly errors: readonly Fault[],
    /** Finds this request in the system's logs. */
    readonly requestId: string | null,
    /** The problem as it was answered, with whatever facts it tells. */
    readonly facts: Readonly<Record<string, unknown>>,
    /** What was asked, such as `PUT /v1/brands/br-1`. */
    readonly request: string,
  ) {
    const faults = errors.map(({ pointer, problem }) => `${pointer} ${problem}`).join('; ');
    super(`${request}: ${status} ${title}${faults && `: ${faults}`} (${type}, request ${requestId ?? 'unknown'})`);
  }
}

/** Reads the refusal out of an answer; one that is no problem document (of a proxy, say) keeps its beginning as title. */
export async function problemOf(answer: Response, request: string): Promise<ChuanliuProblem> {
  const text = await answer.text().catch(() => '');
  const facts = recordIn(text) ?? { title: text.slice(0, 200) || answer.statusText };
  const { type, title, requestId, errors } = facts;
  return new ChuanliuProblem(
    typeof type === 'string' ? type : 'about:blank',
    answer.status,
    typeof title === 'string' ? title : 'No reason given',
    Array.isArray(errors) ? (errors as Fault[]) : [],
    typeof requestId === 'string' ? requestId : answer.headers.get('x-request-id'),
    facts,
    request,
  );
}

function recordIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
