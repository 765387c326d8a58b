import type { ErrorObject } from 'ajv';
import { nameOfType, oneOf, wordingOf } from './fault-wordings';

/** One thing wrong with a value: where (a JSON pointer), and what, in a few words. */
export interface Fault {
  pointer: string;
  problem: string;
}

type Schema = Record<string, unknown>;

/** Nobody reads more, and sorting out the unions among them takes time that grows with their square. */
const mostErrorsRead = 2_000;

/** Turns ajv's errors on one value into faults that a person can act upon, each place and problem once. */
export function faultsOf(errors: readonly ErrorObject[], schema: object): Fault[] {
  const faults = new Map<string, Fault>();
  for (const fault of settleUnions(errors.slice(0, mostErrorsRead), schema)) {
    faults.set(`${fault.pointer} ${fault.problem}`, fault);
  }
  return [...faults.values()];
}

const HALF_CHARACTER = /\p{Surrogate}/u;

/**
 * Texts with half a surrogate pair, which JSON can write and no database stores: what was answered, hashed or compared
 * would be another text than the one that is read later.
 */
export function halfCharacters(value: unknown, pointer = ''): Fault[] {
  if (!holdsHalfCharacter(value)) return [];
  if (typeof value === 'string') return [{ pointer, problem: 'must not have half a surrogate pair' }];
  return Object.entries(value as object).flatMap(([name, part]) => halfCharacters(part, `${pointer}/${escaped(name)}`));
}

/** Every request pays for this: it makes nothing. */
function holdsHalfCharacter(value: unknown): boolean {
  if (typeof value === 'string') return HALF_CHARACTER.test(value);
  if (typeof value !== 'object' || value === null) return false;
  for (const name in value) if (holdsHalfCharacter((value as Record<string, unknown>)[name])) return true;
  return false;
}

/**
 * A value that fits no branch of a union fails on every branch: only the faults of the branch that was meant are
 * worth telling, or the choice itself where none was.
 */
function settleUnions(errors: ErrorObject[], schema: object): Fault[] {
  const unions = errors.filter(error => error.keyword === 'anyOf' || error.keyword === 'oneOf');
  const outer = unions.filter(one => !unions.some(other => other !== one && isBelow(one, other)));
  const plain = errors.filter(error => !outer.includes(error) && !outer.some(union => isBelow(error, union)));
  const ofUnions = outer.flatMap(union => {
    const below = errors.filter(error => isBelow(error, union));
    return faultsOfUnion(union, below, schema);
  });
  return [...plain.map(error => faultOf(error, schema)), ...ofUnions];
}

function isBelow(error: ErrorObject, union: ErrorObject): boolean {
  if (!error.schemaPath.startsWith(`${union.schemaPath}/`)) return false;
  return error.instancePath === union.instancePath || error.instancePath.startsWith(`${union.instancePath}/`);
}

function faultsOfUnion(union: ErrorObject, below: ErrorObject[], schema: object): Fault[] {
  const pointer = union.instancePath;
  const branches = listAt(union.schemaPath, schema);
  const choices = branches.flatMap(choiceOf);
  if (branches.length > 0 && choices.length === branches.length)
    return [{ pointer, problem: `must be ${oneOf(choices)}` }];

  const byBranch = branches.map((_, index) => below.filter(error => isOfBranch(error, union, index)));
  const meant = byBranch.filter(own => own.length > 0 && !own.some(error => saysAnotherBranch(error, pointer)));
  if (meant[0] && meant.length === 1) return settleUnions(meant[0], schema);

  const tag = below.find(error => error.keyword === 'const' && error.instancePath !== pointer)?.instancePath;
  if (tag !== undefined) {
    const allowed = below.filter(error => error.keyword === 'const' && error.instancePath === tag);
    return [{ pointer: tag, problem: `must be ${oneOf(allowed.map(error => error.params.allowedValue as unknown))}` }];
  }
  const onlyTypesFail = below.every(error => error.keyword === 'type' && error.instancePath === pointer);
  const types = branches.map(branch => nameOfType(branch.type));
  return [
    { pointer, problem: onlyTypesFail ? `must be ${types.join(' or ')}` : 'fits none of the shapes allowed here' },
  ];
}

function choiceOf(branch: Schema): unknown[] {
  if ('const' in branch) return [branch.const];
  return branch.type === 'null' ? [null] : [];
}

function isOfBranch(error: ErrorObject, union: ErrorObject, index: number): boolean {
  return error.schemaPath.startsWith(`${union.schemaPath}/${index}/`);
}

/** A wrong type, or a wrong value of a tag such as `type: "order-paid"`, says that another branch was meant. */
function saysAnotherBranch(error: ErrorObject, pointer: string): boolean {
  if (error.instancePath === pointer) return error.keyword === 'type' || error.keyword === 'const';
  return error.keyword === 'const' && !error.instancePath.slice(pointer.length + 1).includes('/');
}

function faultOf(error: ErrorObject, schema: object): Fault {
  const params = error.params as Record<string, unknown>;
  const below = (name: unknown) => `${error.instancePath}/${escaped(String(name))}`;
  switch (error.keyword) {
    case 'required':
      return { pointer: below(params.missingProperty), problem: 'is required' };
    case 'additionalProperties':
      return { pointer: below(params.additionalProperty), problem: 'is not a known field' };
    case 'discriminator':
      return { pointer: below(params.tag), problem: wordingOfTag(error, schema) };
    default:
      return {
        pointer: error.instancePath,
        problem: wordingOf(error.keyword, params) ?? error.message ?? 'is not allowed',
      };
  }
}

function wordingOfTag(error: ErrorObject, schema: object): string {
  const tag = String(error.params.tag);
  const branches = listAt(error.schemaPath.replace(/discriminator$/, 'oneOf'), schema);
  const values = branches.map(branch => (branch.properties as Record<string, Schema> | undefined)?.[tag]?.const);
  return error.params.tagValue === undefined ? 'is required' : `must be ${oneOf(values)}`;
}

/** The branches that a path of ajv's (`#/properties/scene/anyOf`) leads to. */
function listAt(schemaPath: string, schema: object): Schema[] {
  let place: unknown = schema;
  for (const step of schemaPath.replace(/^#\/?/, '').split('/')) {
    const name = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
    place = (place as Schema | undefined)?.[name];
  }
  return Array.isArray(place) ? (place as Schema[]) : [];
}

/** A name as a step of a JSON pointer (RFC 6901). */
export function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
