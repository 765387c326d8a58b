import { Injectable } from '@nestjs/common';
import type { EventDefinition } from '@chuanliu/contracts/define-event';

/** How many events this process has heard of each type. What works in the background sees here whether sales come in. */
@Injectable()
export class Arrivals {
  private readonly heard = new Map<string, number>();

  add(type: string, events: number): void {
    this.heard.set(type, (this.heard.get(type) ?? 0) + events);
  }

  /** A number that grows whenever events of these types are heard. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- any event's definition
  of(...events: readonly EventDefinition<any>[]): number {
    return events.reduce((sum, { type }) => sum + (this.heard.get(type) ?? 0), 0);
  }
}
