/** So much at once and no more; whoever comes while everything is taken waits, first come first served. */
export class Turns {
  private readonly waiting: Array<() => void> = [];

  /** @param free how much may be done at once, 1 or more */
  constructor(private free: number) {}

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>(resolve => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}
