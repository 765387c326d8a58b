import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import type { Static, TObject, TSchema } from '@sinclair/typebox';
import type { ValidateFunction } from 'ajv';
import { ajv } from '@chuanliu/contracts/ajv';
import { Problem } from '@chuanliu/problems/problem';
import { escaped, faultsOf, halfCharacters, type Fault } from './faults';
import { fromTexts, parseText } from './query-texts';

/** A schema made ready once: `faults` is empty when the value has the shape. */
export interface Shape<S extends TSchema> {
  readonly schema: S;
  faults(value: unknown): Fault[];
  fits(value: unknown): value is Static<S>;
}

/** More than anyone reads; a body of megabytes must not be answered with a longer one. */
const mostFaultsTold = 1_000;
const shapes = new WeakMap<TSchema, Shape<TSchema>>();

/** Compiles a schema the first time it is asked for; compile at start, not per request. */
export function compileShape<S extends TSchema>(schema: S): Shape<S> {
  let shape = shapes.get(schema);
  if (!shape) {
    shape = shapeFrom(schema, ajv.compile(schema));
    shapes.set(schema, shape);
  }
  return shape as Shape<S>;
}

function shapeFrom<S extends TSchema>(schema: S, check: ValidateFunction): Shape<S> {
  return {
    schema,
    faults: value => (check(value) ? halfCharacters(value) : faultsOf(check.errors ?? [], schema)),
    fits: (value): value is Static<S> => check(value),
  };
}

/** @throws Problem `malformed-request` (400) that lists every fault. */
export function validate<S extends TSchema>(shape: Shape<S> | S, value: unknown): Static<S> {
  const faults = shapeOf(shape).faults(value);
  if (faults.length > 0) throw malformedRequest(faults);
  return value;
}

export function malformedRequest(
  faults: readonly Fault[],
  title = 'The request is not of the declared shape',
): Problem {
  const errors = faults.slice(0, mostFaultsTold);
  const left = faults.length - errors.length;
  return new Problem('malformed', 'malformed-request', title, { errors, ...(left > 0 ? { errorsLeftOut: left } : {}) });
}

/** `@Body(valid(NewPick))`, and for one part of the path `@Param('promoterId', valid(Id))`. */
export function valid<S extends TSchema>(schema: S): PipeTransform<unknown, Static<S>> {
  const shape = compileShape(schema);
  return {
    transform(value: unknown, { type, data }: ArgumentMetadata): Static<S> {
      if (type === 'body') {
        if (value === undefined || value === null) throw malformedRequest([{ pointer: '', problem: 'is required' }]);
        return validate(shape, value);
      }
      const parsed = typeof value === 'string' ? parseText(schema, value) : value;
      const at = data === undefined ? '' : `/${escaped(data)}`;
      const faults = shape.faults(parsed).map(({ pointer, problem }) => ({ pointer: at + pointer, problem }));
      if (faults.length > 0) throw malformedRequest(faults);
      return parsed;
    },
  };
}

/** As `valid`, for a body of which every field may be left out: so may the body itself, which then counts as empty. */
export function validOrNone<S extends TObject>(schema: S): PipeTransform<unknown, Static<S>> {
  const pipe = valid(schema);
  return { transform: (value, metadata) => pipe.transform(value ?? {}, metadata) };
}

/**
 * `@Query(validQuery(ListPicks))`: texts become what the schema declares (`limit=50` a whole number, `facets=true` a
 * boolean) and nothing else; an unknown or repeated parameter is refused; what is left out takes its `default`.
 */
export function validQuery<S extends TObject>(schema: S): PipeTransform<unknown, Static<S>> {
  const shape = compileShape(schema);
  return {
    transform(value: unknown): Static<S> {
      const { values, faults } = fromTexts(schema, (value ?? {}) as Record<string, unknown>);
      const repeated = new Set(faults.map(fault => fault.pointer));
      const all = [...faults, ...shape.faults(values).filter(fault => !repeated.has(fault.pointer))];
      if (all.length > 0) throw malformedRequest(all);
      return values;
    },
  };
}

function shapeOf<S extends TSchema>(shape: Shape<S> | S): Shape<S> {
  return typeof (shape as Shape<S>).faults === 'function' ? (shape as Shape<S>) : compileShape(shape as S);
}
