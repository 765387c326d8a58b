/** What belongs at a place of a body: which values are certainly wrong there follows from it. */
type Kind = 'id' | 'fen' | 'count' | 'whole' | 'instant' | 'date' | 'text' | 'flag' | 'word' | 'list';

/** A place of a body: its kind, a value that would be right, and whether it may be left out. */
export interface Place {
  readonly kind: Kind;
  readonly right: unknown;
  readonly mayMiss: boolean;
  /** The greatest number or the longest text that is taken. */
  readonly most: number;
}

export type Template = { readonly [field: string]: Template | Place | ReadonlyArray<Template | Place> };

const place = (kind: Kind, right: unknown, most = 0): Place => ({ kind, right, most, mayMiss: false });

export const id = (right: string) => place('id', right);
export const fen = (right: number) => place('fen', right);
export const count = (right: number) => place('count', right);
export const whole = (right: number, most: number) => place('whole', right, most);
export const instant = (right: string) => place('instant', right);
export const date = (right: string) => place('date', right);
export const text = (right: string, most: number) => place('text', right, most);
export const flag = (right: boolean) => place('flag', right);
export const word = (right: string) => place('word', right);
export const list = (right: unknown[]) => place('list', right);
export const maybe = (needed: Place): Place => ({ ...needed, mayMiss: true });

const ofNoUse: unknown[] = [null, {}, [], [[]], { $gt: '' }];
const wrongNumbers = ['1', '', -1, 0.5, 1e300, true, '0x10', ...ofNoUse];

function wrongValues({ kind, most }: Place): unknown[] {
  switch (kind) {
    case 'id':
      return ['', ' ', 'a b', 'a/b', '川流', 'x'.repeat(65), "o'; DROP TABLE line; --", 'a\u0000', 7, true, ...ofNoUse];
    case 'fen':
      return [10_000_000_000_001, Number.MAX_SAFE_INTEGER, ...wrongNumbers];
    case 'count':
      return [0, 2_147_483_648, ...wrongNumbers];
    case 'whole':
      return [most + 1, 2 ** 53, ...wrongNumbers];
    case 'instant':
      return [
        '',
        'yesterday',
        '2026-11-06',
        '2026-11-06T20:00:03',
        '2026-11-06 20:00:03',
        '2026-11-06T20:00:03.1234+08:00',
        '2026-02-30T00:00:00Z',
        '2026-13-01T00:00:00Z',
        '2026-11-06T25:00:00Z',
        '2026-11-06T20:00:03+25:00',
        '+012026-11-06T20:00:03Z',
        1_793_966_403,
        true,
        ...ofNoUse,
      ];
    case 'date':
      return ['', '2026-13-01', '2026-02-30', '2026-1-1', '2026-11-06T00:00:00Z', 20_261_106, ...ofNoUse];
    case 'text':
      return ['x'.repeat(most + 1), 5, false, ...ofNoUse];
    case 'flag':
      return ['true', 0, 1, '', ...ofNoUse];
    case 'word':
      return ['', 'no-such-word', '__proto__', 'constructor', 3, ...ofNoUse];
    case 'list':
      return ['', 'one', 1, null, {}, [null], [{}], [['x']]];
  }
}

/** A body with one thing wrong with it. */
export interface BadBody {
  what: string;
  body: unknown;
}

const isPlace = (value: unknown): value is Place => typeof value === 'object' && value !== null && 'mayMiss' in value;

/** The body that a template makes. */
export function rightBody(template: Template | Place | ReadonlyArray<Template | Place>): unknown {
  if (isPlace(template)) return template.right;
  if (Array.isArray(template)) return (template as ReadonlyArray<Template | Place>).map(rightBody);
  return Object.fromEntries(Object.entries(template).map(([name, inner]) => [name, rightBody(inner)]));
}

/** Every way to spoil a body at one place: a wrong value, a field too many, a field missing, another kind of thing altogether. */
export function spoilt(template: Template): BadBody[] {
  const bad: BadBody[] = [];
  const spoil = (what: string, change: (body: Record<string, unknown>) => unknown) => {
    const body = rightBody(template) as Record<string, unknown>;
    bad.push({ what, body: change(body) ?? body });
  };
  for (const other of ['text', 7, true, [], null]) {
    bad.push({ what: `${JSON.stringify(other)} for the whole`, body: other });
  }
  walk(template, [], (path, inner) => {
    const name = `/${path.join('/')}`;
    if (isPlace(inner)) {
      for (const wrong of wrongValues(inner)) {
        spoil(`${name} = ${JSON.stringify(wrong).slice(0, 60)}`, body => set(body, path, wrong));
      }
      if (!inner.mayMiss && typeof path.at(-1) === 'string') {
        spoil(`without ${name}`, body => Reflect.deleteProperty(holderOf(body, path), path.at(-1)!) && undefined);
      }
    } else if (!Array.isArray(inner)) {
      for (const field of ['surplus', '__proto__', 'constructor', 'toString', '$where', '']) {
        // Defined, not assigned: JSON may well carry a field called __proto__.
        const value = { isAdmin: true };
        const surplus = { value, enumerable: true, writable: true, configurable: true };
        spoil(
          `${name} with a field ${JSON.stringify(field)}`,
          body => void Object.defineProperty(at(body, path), field, surplus),
        );
      }
      if (path.length > 0)
        for (const wrong of ['text', 7, []])
          spoil(`${name} = ${JSON.stringify(wrong)}`, body => set(body, path, wrong));
    }
  });
  return bad;
}

type Path = Array<string | number>;

function walk(
  node: Template | Place | readonly unknown[],
  path: Path,
  visit: (path: Path, node: unknown) => void,
): void {
  visit(path, node);
  if (isPlace(node)) return;
  if (Array.isArray(node)) node.forEach((inner, i) => walk(inner as Template, [...path, i], visit));
  else for (const [name, inner] of Object.entries(node as Template)) walk(inner, [...path, name], visit);
}

const at = (body: unknown, path: Path): object =>
  path.reduce<unknown>((value, name) => (value as Record<string | number, unknown>)[name], body) as object;
const holderOf = (body: unknown, path: Path): object => at(body, path.slice(0, -1));

function set(body: Record<string, unknown>, path: Path, value: unknown): void {
  (holderOf(body, path) as Record<string | number, unknown>)[path.at(-1)!] = value;
}
