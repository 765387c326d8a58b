/** Work that can wait: while `arrivals()` grows, it rests after each portion for so many times as long as that took. */
export interface GivesWay {
  arrivals: () => number;
  times: number;
}

/** Work that gives way goes on at last, whatever comes in. */
const LONGEST_REST_MS = 2_000;

/** Which works rest, and until when. Instants are milliseconds of one clock. */
export class Rests<W extends { givesWay?: GivesWay }> {
  private readonly until = new Map<W, number>();
  private readonly arrived = new Map<W, number>();

  /** A portion of the work took from one instant to the other. */
  after(work: W, begun: number, ended: number): void {
    if (!work.givesWay) return;
    const { arrivals, times } = work.givesWay;
    const [before, now] = [this.arrived.get(work) ?? 0, arrivals()];
    this.arrived.set(work, now);
    if (now > before) this.until.set(work, ended + Math.min((ended - begun) * times, LONGEST_REST_MS));
  }

  /** How long the work still rests; 0 when it does not. */
  left(work: W, now: number): number {
    return Math.max(0, (this.until.get(work) ?? 0) - now);
  }

  /** How long until the first of these goes on: 0 when its rest is over by now. Undefined for none. */
  shortest(works: readonly W[], now: number): number | undefined {
    return works.length === 0 ? undefined : Math.min(...works.map(work => this.left(work, now)));
  }
}
