import type { Static, TSchema } from '@sinclair/typebox';
import type { ValidateFunction } from 'ajv';
import { ajv } from './ajv';

/** A fact that one service tells the others: its stream, its type with version, its key, and the shape of its data. */
export interface EventDefinition<S extends TSchema = TSchema> {
  /** Topic: a producer's stream. */
  stream: string;
  /** Name and version, such as `order-paid.v1`. */
  type: string;
  /** The thing whose order matters; one key, one partition. */
  key: (data: Static<S>) => string;
  /** The thing's name in words, for the documents. */
  keyName: string;
  title: string;
  data: S;
  check: ValidateFunction;
}

/** The type of an event's data. */
export type DataOf<D> = D extends EventDefinition<infer S> ? Static<S> : never;

/** Declares an event; its schema is compiled once, when it is first needed (a service never compiles what it does not hear). */
export function defineEvent<S extends TSchema>(definition: Omit<EventDefinition<S>, 'check'>): EventDefinition<S> {
  let compiled: ValidateFunction | undefined;
  return {
    ...definition,
    get check() {
      return (compiled ??= ajv.compile(definition.data));
    },
  };
}
