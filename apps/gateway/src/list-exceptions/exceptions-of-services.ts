import { Injectable } from '@nestjs/common';
import { Upstreams } from '../forward/upstreams';
import { upstreamNames, type UpstreamName } from '../gateway.config';
import { comesBefore, type ExceptionRow } from './exception';
import { merge } from './merge';

const rowsAPage = 1_000;

export interface ExceptionFilter {
  kind?: string;
  orderId?: string;
}

/** A parked event as its service lists it. */
interface ParkedEvent {
  id: string;
  type: string;
  reason: string;
  state: string;
  occurredAt: string;
  updatedAt: string;
  channelId: string | null;
  orderId: string | null;
}

/** What needs a person, of all services, in one order. */
@Injectable()
export class ExceptionsOfServices {
  constructor(private readonly upstreams: Upstreams) {}

  all(filter: ExceptionFilter): AsyncIterable<ExceptionRow> {
    const lists = upstreamNames.flatMap(service => this.listsOf(service, filter));
    return merge(lists, comesBefore);
  }

  private listsOf(service: UpstreamName, filter: ExceptionFilter): AsyncIterable<ExceptionRow>[] {
    const { kind } = filter;
    if (kind === undefined) return [this.ownOf(service, filter), this.parkedOf(service, filter)];
    if (kind === parkedKind(service)) return [this.parkedOf(service, filter)];
    return kind.startsWith(`${service}/`) ? [this.ownOf(service, filter)] : [];
  }

  private async *ownOf(service: UpstreamName, filter: ExceptionFilter): AsyncGenerator<ExceptionRow> {
    let last: ExceptionRow | undefined;
    for (;;) {
      const query = new URLSearchParams({ ...filter, limit: String(rowsAPage) });
      if (last) {
        query.set('afterAt', last.occurredAt);
        query.set('afterId', last.id);
      }
      const path = `/internal/exceptions?${query.toString()}`;
      const items = (await this.upstreams.find<{ items: ExceptionRow[] }>(service, path))?.items ?? [];
      const before = last;
      const fresh = before ? items.filter(item => comesBefore(before, item)) : items;
      yield* fresh;
      last = fresh.at(-1);
      if (!last || items.length < rowsAPage) return;
    }
  }

  /** Parked events are few: all of them are read, and put in the list's order here. */
  private async *parkedOf(service: UpstreamName, { orderId }: ExceptionFilter): AsyncGenerator<ExceptionRow> {
    const rows: ExceptionRow[] = [];
    for (let after = 0; ;) {
      const path = `/internal/parked-events?after=${after}&limit=${rowsAPage}`;
      const items = (await this.upstreams.find<{ items: ParkedEvent[] }>(service, path))?.items ?? [];
      for (const item of items) {
        if (orderId === undefined || item.orderId === orderId) rows.push(rowOfParked(service, item));
      }
      if (items.length < rowsAPage) break;
      after = Number(items.at(-1)!.id);
    }
    yield* rows.sort((one, other) => (comesBefore(one, other) ? -1 : 1));
  }
}

const parkedKind = (service: UpstreamName) => `${service}/parked-event`;

function rowOfParked(service: UpstreamName, parked: ParkedEvent): ExceptionRow {
  const { id, type, reason, state, occurredAt, updatedAt, channelId, orderId } = parked;
  return {
    id: `${service}:${id}`,
    kind: parkedKind(service),
    channelId,
    orderId,
    lineNo: null,
    detail: `${type}: ${reason}`,
    occurredAt,
    state,
    updatedAt,
  };
}
