import type { FetchOptions } from 'openapi-fetch';
import type { paths } from './schema';

/** What a path can be asked, and what it answers: read off the generated description. */
export type Method = 'get' | 'put' | 'post' | 'delete';

/** The paths that have a method. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, { responses: unknown }> ? P : never;
}[keyof paths];

type OperationOf<M extends Method, P extends PathOf<M>> = paths[P][M];

/** Headers that the API wants are given by the client itself; a caller may give them all the same. */
type WithOwnHeaders<Operation> = Operation extends { parameters: infer Parameters }
  ? Omit<Operation, 'parameters'> & { parameters: Omit<Parameters, 'header'> & { header?: HeadersOf<Parameters> } }
  : Operation;
type HeadersOf<Parameters> = Parameters extends { header?: infer Headers } ? Partial<NonNullable<Headers>> : never;

/** The path's and query's parameters, the headers and the body of a call. */
export type InitOf<M extends Method, P extends PathOf<M>> = FetchOptions<WithOwnHeaders<OperationOf<M, P>>>;

/** The body of a call. */
export type BodyOf<M extends Method, P extends PathOf<M>> = NonNullable<InitOf<M, P>['body']>;

type Answers<Responses> = Responses[keyof Responses & (200 | 201 | 202 | 204)];
type ContentOf<Answer> = Answer extends { content: infer Content extends object } ? Content[keyof Content] : undefined;

/** What a successful call answers; undefined where there is nothing to answer. */
export type AnswerOf<M extends Method, P extends PathOf<M>> =
  OperationOf<M, P> extends { responses: infer Responses } ? ContentOf<Answers<Responses>> : never;

type RequiredKeys<T> = { [K in keyof T]-?: object extends Pick<T, K> ? never : K }[keyof T];

/** A call's second argument: it may be left out when nothing in it is needed. */
export type Rest<Init> = [RequiredKeys<Init>] extends [never] ? [init?: Init] : [init: Init];

/** One method of the API: the path decides what goes with it and what comes back. */
export type Call<M extends Method> = <P extends PathOf<M>>(
  path: P,
  ...rest: Rest<InitOf<M, P>>
) => Promise<AnswerOf<M, P>>;
