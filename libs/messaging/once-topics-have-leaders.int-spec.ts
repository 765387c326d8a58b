import { Logger } from '@nestjs/common';
import { KafkaJSProtocolError, type Admin } from 'kafkajs';
import { uniqueNamespace } from '@chuanliu/testing/unique-namespace';
import { onceTopicsHaveLeaders } from './once-topics-have-leaders';

// Its pauses are left out; that it ends is a matter of the clock.
jest.mock('node:timers/promises', () => ({ setTimeout: () => Promise.resolve() }));

const settings = { kafkaBrokers: uniqueNamespace().servers.kafkaBrokers.split(',') };

describe('who asks about topics that were just made', () => {
  let warnings: jest.SpyInstance;
  beforeEach(() => void (warnings = jest.spyOn(Logger.prototype, 'warn').mockReturnValue()));
  afterEach(() => jest.restoreAllMocks());

  /** Refuses so often, as a broker does without leaders, and lists the topics then. */
  const afterRefusals = (count: number) => {
    const admins = new Set<Admin>();
    const ask = async (admin: Admin) => {
      admins.add(admin);
      const topics = await admin.listTopics();
      if (admins.size <= count)
        throw new KafkaJSProtocolError('This server is not the leader for that topic-partition');
      return topics;
    };
    return { admins, ask };
  };

  it('is answered once the broker can, by a new connection each time, and told of it when that takes long', async () => {
    const { admins, ask } = afterRefusals(12);
    expect(await onceTopicsHaveLeaders(settings, ask)).toEqual(expect.any(Array));
    expect(admins.size).toBe(13);
    expect(warnings).toHaveBeenCalledTimes(1);
  });

  it('hears nothing of what any start meets', async () => {
    await onceTopicsHaveLeaders(settings, afterRefusals(6).ask);
    expect(warnings).not.toHaveBeenCalled();
  });

  it('is told why after forty seconds, and not before', async () => {
    const { admins, ask } = afterRefusals(Infinity);
    const begun = Date.now();
    const clock = jest.spyOn(Date, 'now').mockReturnValue(begun);
    const asked = onceTopicsHaveLeaders(settings, admin => {
      clock.mockReturnValue(begun + 39_000 + admins.size * 500);
      return ask(admin);
    });
    await expect(asked).rejects.toThrow('not the leader');
    expect(admins.size).toBe(3);
  });
});
