import { Rests } from './rests';

describe('work that gives way', () => {
  const arrivedNow = { count: 0 };
  const patient = { givesWay: { arrivals: () => arrivedNow.count, times: 4 } };
  const eager = {};
  let rests: Rests<typeof patient | typeof eager>;
  beforeEach(() => {
    arrivedNow.count = 0;
    rests = new Rests();
  });

  it('rests while something arrives, for so many times as long as its portion took', () => {
    arrivedNow.count = 1;
    rests.after(patient, 1_000, 1_050);
    expect([rests.left(patient, 1_050), rests.left(patient, 1_249), rests.left(patient, 1_250)]).toEqual([200, 1, 0]);
    expect([rests.shortest([patient], 1_100), rests.shortest([patient], 1_300)]).toEqual([150, 0]);
    expect(rests.shortest([], 1_100)).toBeUndefined();
  });

  it('goes on at once when nothing has arrived since its last portion', () => {
    arrivedNow.count = 1;
    rests.after(patient, 1_000, 1_050);
    rests.after(patient, 1_250, 1_300);
    expect(rests.left(patient, 1_300)).toBe(0);
    arrivedNow.count = 2;
    rests.after(patient, 1_300, 1_310);
    expect(rests.left(patient, 1_310)).toBe(40);
  });

  it('goes on at last, however long a portion took', () => {
    arrivedNow.count = 1;
    rests.after(patient, 0, 60_000);
    expect(rests.left(patient, 60_000)).toBe(2_000);
  });

  it('holds up no other work', () => {
    arrivedNow.count = 1;
    rests.after(eager, 1_000, 1_050);
    expect(rests.left(eager, 1_050)).toBe(0);
  });
});
