import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { Controller, Get, Header, Param, StreamableFile, type BeforeApplicationShutdown } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { Id } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import { tooManyWatchers } from '../domain/simulation.problems';
import type { Simulation } from '../storage/simulations';
import { KnownSimulation } from './known-simulation';
import type { SimulationProgress } from './simulation.dto';

const LOOK_MS = 500;
/** A stream that stays silent would be given up on its way. */
const SILENT_MS = 15_000;
/** Each stream holds one of the gateway's connections to this service. */
const MOST_WATCHERS = 16;

@Controller('v1/attribution/simulations/:simulationId/progress')
@Roles('operator', 'finance')
export class FollowProgressController implements BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private watchers = 0;

  constructor(private readonly known: KnownSimulation) {}

  @Get()
  @Header('cache-control', 'no-store')
  @Describes({
    summary: 'How far a simulation is, streamed until it is over',
    description:
      'Server-sent events: `progress` whenever it has come further, with `{state, linesDone, linesTotal}`; the last one has ' +
      'the state `done` or `failed`, and then the stream ends. It may be followed again at any time.',
    params: { simulationId: Id },
    answer: Type.String(),
    answerType: 'text/event-stream',
    problems: { absent: ['attribution/no-such-simulation'], 'too-many': ['attribution/too-many-watchers'] },
  })
  async follow(@Param('simulationId', valid(Id)) simulationId: string): Promise<StreamableFile> {
    const simulation = await this.known.require(simulationId);
    if (this.watchers >= MOST_WATCHERS) throw tooManyWatchers();
    this.watchers += 1;
    const events = Readable.from(this.events(simulation), { objectMode: false });
    events.once('close', () => (this.watchers -= 1));
    return new StreamableFile(events, { type: 'text/event-stream; charset=utf-8' });
  }

  /** Streams would keep the service from ending. */
  beforeApplicationShutdown(): void {
    this.stopping.abort();
  }

  /** Looks into the database, since another instance may be the one that works. */
  private async *events(first: Simulation): AsyncGenerator<string> {
    let simulation = first;
    let told = '';
    let silentSince = Date.now();
    for (;;) {
      const event = eventOf(simulation);
      if (event !== told) {
        yield event;
        told = event;
        silentSince = Date.now();
      } else if (Date.now() - silentSince > SILENT_MS) {
        yield ': still there\n\n';
        silentSince = Date.now();
      }
      if (simulation.state === 'done' || simulation.state === 'failed') return;
      await sleep(LOOK_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      if (this.stopping.signal.aborted) return;
      simulation = await this.known.require(first.simulationId);
    }
  }
}

function eventOf({ state, linesDone, linesTotal }: Simulation): string {
  const progress: SimulationProgress = { state, linesDone, linesTotal };
  return `event: progress\ndata: ${JSON.stringify(progress)}\n\n`;
}
