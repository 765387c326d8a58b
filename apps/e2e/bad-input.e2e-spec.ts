import { TokenSigner } from '@chuanliu/auth/token';
import { SystemUnderTest } from '@chuanliu/testing/system-under-test';
import { seeded, shuffled } from '../../deploy/replay/order-of-sending';
import { Alliance } from './alliance';
import type { Document } from './authorisation/api-routes';
import { badPaths, badTokenRequests, nowhere, senseless, withoutIdentity, withoutRight } from './bad-access';
import { badByDescription } from './bad-by-description';
import { badBodies, badQuestions, badRows, withoutKeys } from './bad-calls';
import { badEvents, badTouches } from './bad-items';
import type { BadRequest } from './bad-request';
import { badWebhooks } from './bad-webhooks';
import { Door, type DoorAnswer } from './door';
import { keysOfTheTest } from './keys-of-the-test';
import { storedRows } from './stored-rows';

jest.setTimeout(400_000);

const SEED = Number(process.env.BAD_INPUT_SEED ?? Math.floor(Math.random() * 2 ** 31));
const AT_ONCE = 12;

/** What no answer may show: where our code lies, what it asked of the database, how it failed. */
const LEAKS =
  /\n\s+at |node_modules|\/dist\/|\.ts:\d|\b(SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM)\b|\bER_[A-Z]|sqlMessage|kafkajs|ECONN|(Type|Syntax|Range|Reference)Error/;

describe(`bad requests (BAD_INPUT_SEED=${SEED})`, () => {
  let system: SystemUnderTest;
  let door: Door;
  let requests: BadRequest[];

  beforeAll(async () => {
    const { privateJwk, environment } = await keysOfTheTest(); // To sign a token that has expired.
    system = await SystemUnderTest.start({ environment });
    const alliance = new Alliance(system);
    door = new Door(alliance.calls, system.credentials);
    await populate(alliance);

    const operator = { clientId: 'operator', role: 'operator', partyId: null, personId: null } as const;
    const expired = await new TokenSigner(privateJwk).sign(operator, -86_400);
    const all = [
      ...badEvents(),
      ...badTouches(),
      ...badWebhooks(seeded(SEED)),
      ...badBodies(),
      ...badRows(),
      ...badQuestions(),
      ...badPaths(),
      ...withoutKeys(),
      ...withoutIdentity(expired, await alliance.calls.token('operator')),
      ...withoutRight(),
      ...nowhere(),
      ...badTokenRequests(system.credentials.clients.operator!),
      ...senseless(),
      ...badByDescription(await describedBy(system)),
    ];
    requests = shuffled(all, seeded(SEED));
  });
  afterAll(async () => {
    door?.close();
    await system?.stop();
  });

  it('a thousand of them: no 5xx, a refusal with a name of its own each, and not one row changed', async () => {
    expect(requests.length).toBeGreaterThan(1_000);
    const before = await storedRows(system.namespace);
    const wrong: string[] = [];
    const types = new Set<string>();
    const queue = requests.values();
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (const { what, send, refused } of queue) {
          const answer = await send(door).catch((fault: unknown) => String(fault));
          const faults = typeof answer === 'string' ? [answer] : faultsOf(answer, refused, types);
          if (faults.length > 0) wrong.push(`${what}: ${faults.join('; ')}`);
        }
      }),
    );
    expect(wrong.sort()).toEqual([]);
    expect(types.size).toBeGreaterThan(20);
    expect(await storedRows(system.namespace)).toEqual(before);
    for (const service of system.everyService()) {
      expect({ service: service.name, unexpectedEnds: service.unexpectedEnds }).toMatchObject({ unexpectedEnds: 0 });
    }
  });

  /** Something of everything, so that a write that got through would be seen. */
  async function populate(alliance: Alliance): Promise<void> {
    for (const n of [1, 2]) {
      await alliance.brand(`br-${n}`);
      await alliance.promoter(`pr-${n}`);
      await alliance.put(`/v1/agencies/ag-${n}`, { name: 'agency' });
      await alliance.put(`/v1/recruiters/rc-${n}`, { name: 'recruiter', kind: 'company' });
    }
    await alliance.product('p-1', 'br-1', 2_000);
    const { promotionCode } = await alliance.pick('pr-1', 'p-1');
    const scene = { surface: 'link', promotionCode };
    await alliance.send(alliance.paid('o-1', 'br-1', [{ productId: 'p-1', paidFen: 10_000, scene }]));
    await alliance.quiet();
    for (const [role, partyId] of Object.entries({
      brand: 'br-2',
      promoter: 'pr-2',
      recruiter: 'rc-2',
      agency: 'ag-2',
    })) {
      const { body } = await alliance.calls.post<{ clientId: string; clientSecret: string }>(
        'operator',
        '/v1/clients',
        {
          role,
          partyId,
        },
      );
      alliance.calls.introduce(role, body);
    }
  }
});

function faultsOf(
  { status, contentType, text }: DoorAnswer,
  refused: BadRequest['refused'],
  types: Set<string>,
): string[] {
  const faults: string[] = [];
  const leak = LEAKS.exec(text);
  if (leak) faults.push(`it shows ${JSON.stringify(text.slice(Math.max(0, leak.index - 50), leak.index + 100))}`);
  if (status >= 500) return [...faults, `answered ${status} ${text.slice(0, 300)}`];
  const body = parsed(text);
  if (refused === 'events' || refused === 'rows') {
    const {
      accepted,
      written,
      refused: each,
    } = body as { accepted?: number; written?: number; refused?: Array<{ type?: string; errors?: unknown[] }> };
    const taken = refused === 'events' ? accepted : written;
    const isRight = status === (refused === 'events' ? 202 : 200) && taken === 0 && each?.length === 1;
    const [{ type = '', errors = [] } = {}] = each ?? [];
    const pointsAt = refused === 'rows' || errors.length > 0;
    if (!isRight || !type.startsWith('/problems/') || !pointsAt)
      faults.push(`answered ${status} ${text.slice(0, 300)}`);
    else types.add(type);
    return faults;
  }
  const { type, title, requestId, status: told, errors } = body as Record<string, unknown>;
  if (status !== refused.status || !refused.types.includes(String(type))) {
    faults.push(
      `answered ${status} ${String(type)}, not ${refused.status} ${refused.types.join(' or ')}: ${text.slice(0, 200)}`,
    );
  }
  if (!contentType.startsWith('application/problem+json')) faults.push(`as ${contentType}`);
  if (told !== status) faults.push(`its body says ${String(told)}`);
  if (typeof title !== 'string' || title === '') faults.push('without a title');
  if (typeof requestId !== 'string' || requestId === '') faults.push('without a requestId');
  const pointers = Array.isArray(errors) ? errors.map(fault => String((fault as { pointer?: unknown }).pointer)) : [];
  if (refused.pointer !== undefined && !pointers.some(pointer => pointer.startsWith(refused.pointer!)))
    faults.push(`points at ${pointers.join(', ')}, not at ${refused.pointer}`);
  if (type === '/problems/malformed-request' && (!Array.isArray(errors) || errors.length === 0))
    faults.push('without errors');
  types.add(String(type));
  return faults;
}

async function describedBy({ baseUrl }: SystemUnderTest): Promise<Document> {
  return (await (await fetch(`${baseUrl}/openapi.json`)).json()) as Document;
}

function parsed(text: string): object {
  try {
    return (JSON.parse(text) as object | null) ?? {};
  } catch {
    return {};
  }
}
