import { Logger } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import { registry } from '@chuanliu/observability/metrics';
import { Readiness } from '@chuanliu/observability/readiness';
import { eventually, untilSeen } from '@chuanliu/testing/eventually';
import { declareTopics } from './declare-topics';
import { Progress } from './progress';
import { SliceRunner } from './slice';
import { heard, ListeningService, STREAM } from './test/listening-service';

const service = new ListeningService();
const errors = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);

beforeAll(async () => {
  await service.connect();
  await declareTopics(service.settings, [STREAM]);
});
beforeEach(() => {
  heard.length = 0;
  errors.mockClear();
});
afterAll(() => service.close());

const hasHeard = (...orderIds: string[]) => eventually(() => Promise.resolve([...heard].sort()), [...orderIds].sort());
const told = async () => (await service.get(Readiness).look()).parts.positions;
const complaint = () => untilSeen(told, text => text !== 'ready');
const strandedNow = async () => {
  const { partitions } = await service.get(Progress).look();
  return partitions.filter(({ stranded }) => stranded).map(({ partition }) => partition);
};
const gauge = () => registry.getSingleMetricAsString('chuanliu_stranded_partitions');
const complaints = () => errors.mock.calls.map(([text]) => String(text)).filter(text => text.includes('rests'));
/** Does what the complaint says that an operator can do. */
const doAsTold = (complaint: string) => service.get(Database).write(/UPDATE consumer_position .*$/.exec(complaint)![0]);

describe('a service that was down for longer than the broker keeps events', () => {
  it('says which are lost, leaves that partition alone and hears the others', async () => {
    await service.start();
    await service.send(0, 'a', 'b', 'c');
    await hasHeard('a', 'b', 'c');
    await service.stop();
    await service.send(0, 'gone-1', 'gone-2', 'kept');
    await service.send(1, 'other');
    await service.forget(0, '5');

    await service.start();
    await eventually(strandedNow, [0]);
    await hasHeard('a', 'b', 'c', 'other');
    expect(await complaint()).toBe(
      `partition 0 of ${STREAM} rests at offset 3, while the broker has 5 to 6: the 2 messages from 3 to 4 were never ` +
        'heard, and the broker has them no longer',
    );
    expect((await service.get(Readiness).look()).ready).toBe(false);
    expect(await gauge()).toMatch(/group="listening".* 1$/m);
    await service.send(0, 'late');
    await service.send(1, 'other-2');
    await hasHeard('a', 'b', 'c', 'other', 'other-2');
    expect(complaints()).toHaveLength(1);
  });

  it('goes on where an operator says, without a restart', async () => {
    await doAsTold(await complaintAfterRestart());
    await hasHeard('kept', 'late');
    await eventually(told, 'ready');
    expect(await strandedNow()).toEqual([]);
    expect(await gauge()).toMatch(/group="listening".* 0$/m);
    await service.send(0, 'next');
    await hasHeard('kept', 'late', 'next');
  });
});

describe('a service whose stream was made anew', () => {
  it('takes no event of it for one that it heard, be there more of them than it ever heard', async () => {
    await service.stop();
    await service.admin.deleteTopics({ topics: [service.topic] });
    await eventually(async () => (await service.admin.listTopics()).includes(service.topic), false);
    await declareTopics(service.settings, [STREAM]);
    await service.send(0, 'new-1', 'new-2');

    await service.start();
    await eventually(strandedNow, [0, 1]);
    expect(await complaint()).toContain(`partition 0 of ${STREAM} rests at offset 8, while the broker has 0 to 2: `);
    const more = Array.from({ length: 8 }, (_, i) => `new-${i + 3}`);
    await service.send(0, ...more);
    await service.send(2, 'other');
    await hasHeard('other');
    const wayOut = await complaintAfterRestart();
    await service.send(2, 'other-2');
    await hasHeard('other-2');
    await doAsTold(wayOut);
    await hasHeard('other-2', 'new-1', 'new-2', ...more);
  });
});

describe('a slice', () => {
  const where = { topic: STREAM, partition: 7 };
  /** Of a group that no process looks after: the service marks its own positions wherever the broker has not what comes next. */
  const GROUP = 'looked-after-by-nobody';
  const isAt = (at: number, strandedAt: number | null) =>
    service
      .get(Database)
      .write(
        'REPLACE INTO consumer_position (consumer, topic, partition_no, next_offset, stranded_offset) VALUES (?)',
        [[GROUP, where.topic, where.partition, at, strandedAt]],
      );
  const run = (first: number, end: number) => {
    const message = {
      ...where,
      offset: first,
      key: 'k',
      type: 'none',
      eventId: null,
      headers: {},
      payload: Buffer.of(),
    };
    const part = { ...where, fetchedOffset: first, end, messages: [message] };
    return service.get(SliceRunner).run(GROUP, [part], new Map(), new Set(['none']));
  };
  const slice = async (at: number, strandedAt: number | null, [first, end]: [number, number]) => {
    await isAt(at, strandedAt);
    return run(first, end);
  };

  it('drops no message of a stream that ends before what was heard of it, but goes back to see', async () =>
    expect(await slice(8, null, [0, 2])).toEqual({ seekTo: [{ ...where, offset: 8 }], stranded: [], handled: 0 }));

  it('applies nothing of a partition that rests, whatever comes', async () =>
    expect(await slice(8, 8, [8, 12])).toEqual({ seekTo: [], stranded: [where], handled: 0 }));

  it('applies what comes once the position was moved', async () =>
    expect(await slice(9, 8, [9, 12])).toEqual({ seekTo: [], stranded: [], handled: 1 }));

  it('does not rest again where a position that was moved back comes by once more', async () => {
    await isAt(7, 8);
    for (const offset of [7, 8]) expect(await run(offset, 12)).toEqual({ seekTo: [], stranded: [], handled: 1 });
  });

  it('drops what was applied before', async () =>
    expect(await slice(9, null, [4, 12])).toEqual({ seekTo: [], stranded: [], handled: 0 }));
});

/** Of partition 0, by a process that finds it as the one before left it. */
async function complaintAfterRestart(): Promise<string> {
  await service.stop();
  heard.length = 0;
  errors.mockClear();
  await service.start();
  return untilSeen(
    () => complaints().find(text => text.includes('partition 0')) ?? '',
    text => text !== '',
  );
}
