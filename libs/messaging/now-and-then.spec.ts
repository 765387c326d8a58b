import { Logger } from '@nestjs/common';
import { NowAndThen } from './now-and-then';

describe('what a service does now and then', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('is done each time that its span has gone by, also after it failed, and not after the end', async () => {
    const nowAndThen = new NowAndThen();
    const work = jest
      .fn<Promise<void>, []>()
      .mockRejectedValueOnce(new Error('the database is away'))
      .mockResolvedValue();
    nowAndThen.register({ name: 'a chore', everyMs: 1_000, work });
    nowAndThen.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(999);
    expect(work).toHaveBeenCalledTimes(0);
    await jest.advanceTimersByTimeAsync(2_001);
    expect(work).toHaveBeenCalledTimes(3);
    nowAndThen.onApplicationShutdown();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(work).toHaveBeenCalledTimes(3);
  });
});
