import { aService } from '../../test/a-service';
import { writeAudit, type AuditedAct } from '../storage/audit-log';

let service: Awaited<ReturnType<typeof aService>>;
beforeAll(async () => {
  service = await aService();
  await write(laid('shop/o-1/1', 'zhang'));
  await write(laid('shop/o-1/2', 'li'), { ...laid('shop/o-1/1', 'li'), action: 'lift-hold' });
});
afterAll(() => service.close());

const laid = (id: string, personId: string): AuditedAct => ({
  by: { clientId: `finance-${personId}`, personId, role: 'finance' },
  at: '2026-11-20T02:00:00.000Z',
  action: 'lay-hold',
  subject: { kind: 'order-line', id },
  reason: '买家投诉',
  facts: { baseFen: 20_400 },
});
const write = (...acts: AuditedAct[]) => service.database.transaction(tx => writeAudit(tx, ...acts));
const list = async (query = '') => (await service.get(`/v1/audit-log?${query}`)).json();

describe('the audit log', () => {
  it('tells who did what to what, when and why, in the order in which it was done', async () => {
    const { items, nextCursor, control } = await list();
    expect(items[0]).toEqual({
      id: '1',
      at: '2026-11-20T02:00:00.000Z',
      clientId: 'finance-zhang',
      personId: 'zhang',
      role: 'finance',
      action: 'lay-hold',
      subject: { kind: 'order-line', id: 'shop/o-1/1' },
      reason: '买家投诉',
      facts: { baseFen: 20_400 },
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      updatedAt: '2026-11-20T02:00:00.000Z',
    });
    expect(items.map((item: { id: string }) => item.id)).toEqual(['1', '2', '3']);
    expect([nextCursor, control.count]).toEqual([null, 3]);
  });

  it('comes in pages, and by what was done, by whom and to what', async () => {
    const first = await list('limit=2');
    const second = await list(`limit=2&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(item => item.id)).toEqual(['1', '2', '3']);
    expect(second.control).toEqual(first.control);
    const ids = async (query: string) => (await list(query)).items.map((item: { id: string }) => item.id);
    expect(await ids('action=lift-hold')).toEqual(['3']);
    expect(await ids('personId=li')).toEqual(['2', '3']);
    expect(await ids('subjectKind=order-line&subjectId=shop/o-1/1')).toEqual(['1', '3']);
    expect(await ids('from=2026-11-20T10:00:00%2B08:00')).toEqual(['1', '2', '3']);
    expect(await ids('to=2026-11-20T10:00:00%2B08:00')).toEqual([]);
  });

  it('is not asked for what can be nobody’s id', async () => {
    const { status, json } = await service.get('/v1/audit-log?subjectId=%E8%AE%A2%E5%8D%95');
    expect([status, json().errors]).toMatchObject([400, [{ pointer: '/subjectId' }]]);
  });

  it('is for finance and operators', async () => {
    expect((await service.get('/v1/audit-log', { role: 'operator' })).status).toBe(200);
    expect((await service.get('/v1/audit-log', { role: 'promoter', partyId: 'pr-1' })).status).toBe(403);
  });

  it('counts without a gap when several write at once, and writes nothing for what was rolled back', async () => {
    const torn = service.database.transaction(async tx => {
      await writeAudit(tx, laid('shop/o-9/1', 'zhang'));
      throw new Error('the command failed');
    });
    await expect(torn).rejects.toThrow('the command failed');
    await Promise.all(Array.from({ length: 8 }, (_, i) => write(laid(`shop/o-2/${i}`, 'wang'))));
    const ids = (await list()).items.map((item: { id: string }) => item.id);
    expect(ids).toEqual(Array.from({ length: 11 }, (_, i) => String(i + 1)));
  });
});
