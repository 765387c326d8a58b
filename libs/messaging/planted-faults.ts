/**
 * Faults that a test may plant, to see that it would notice them:
 *
 * - `position-first`: the position is committed before the slice's transaction, so a crash between loses messages;
 * - `delete-first`: an outbox row is deleted before it is sent, so a crash between loses an event;
 * - `poison:{text}`: handlers fail on every message whose payload contains the text, as code with a fault would.
 *
 * Only a process started with NODE_ENV=test obeys.
 */
export class PlantedFaults {
  constructor(private readonly fault: string) {}

  static from(fault: string, environment: string | undefined): PlantedFaults {
    return new PlantedFaults(environment === 'test' ? fault : '');
  }

  get positionFirst(): boolean {
    return this.fault === 'position-first';
  }

  get deleteFirst(): boolean {
    return this.fault === 'delete-first';
  }

  /** @throws when the payload is planted as poison */
  tasteOf(payload: Buffer): void {
    if (this.fault.startsWith('poison:') && payload.includes(this.fault.slice('poison:'.length))) {
      throw new Error('planted poison');
    }
  }
}
