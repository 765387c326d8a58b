/** A bell between two loops of one process: `up()` wakes whoever waits, or the next one who would. */
export class Wake {
  private rung = false;
  private waiter: (() => void) | undefined;

  up(): void {
    this.rung = true;
    this.waiter?.();
  }

  /** Waits for the bell, at most this long; answers at once when it has rung since the last wait. */
  async wait(ms: number): Promise<void> {
    if (!this.rung) {
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, ms);
        this.waiter = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.waiter = undefined;
    this.rung = false;
  }
}
