import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { PATIENCE_MS } from '@chuanliu/testing/eventually';
import { DueWork } from './due-work';
import type { Progress } from './progress';

const tx = { query: () => Promise.resolve([]), execute: () => Promise.resolve({ affectedRows: 0, insertId: 0 }) };
const database = { transaction: <T>(work: (tx: Tx) => Promise<T>) => work(tx as unknown as Tx) } as unknown as Database;
const progress = { dueWork: () => undefined } as unknown as Progress;

describe('due work', () => {
  it('goes on when its rest is over, also if that was while others were at work', async () => {
    const dueWork = new DueWork(database, progress);
    let portions = 0;
    dueWork.register({
      ...{ name: 'patient', count: () => Promise.resolve(1) },
      work: () => sleep(30).then(() => ++portions),
      givesWay: { arrivals: () => portions, times: 10 },
    });
    // It rests for 300 ms. The second look around begins 100 ms before that is over, and ends 100 ms after it.
    dueWork.register({
      ...{ name: 'looks around, and finds nothing', count: () => Promise.resolve(0) },
      work: () => sleep(200).then(() => 0),
    });
    dueWork.onApplicationBootstrap();
    for (const until = Date.now() + PATIENCE_MS; portions < 2 && Date.now() < until;) await sleep(10);
    await dueWork.beforeApplicationShutdown();
    expect(portions).toBeGreaterThan(1);
  });
});
