const SHARED_FOR_MS = 1_000;

/**
 * A reading that all who ask within a second share: for what is the same for everybody, seldom changes, and may be seen
 * a second late. One that fails is not shared with those who ask later.
 */
export class SharedReading<T> {
  private reading: Promise<T> | undefined;
  private until = 0;

  constructor(private readonly read: () => Promise<T>) {}

  get(): Promise<T> {
    if (this.reading && performance.now() < this.until) return this.reading;
    const reading = this.read();
    this.reading = reading;
    this.until = performance.now() + SHARED_FOR_MS;
    reading.catch(() => {
      if (this.reading === reading) this.reading = undefined;
    });
    return reading;
  }
}
