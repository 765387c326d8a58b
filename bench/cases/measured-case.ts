import type { Ledger } from '../measure/ledger';
import { cpuSeconds, machineBusySeconds, type Participant } from '../measure/process-times';
import type { Servers, Slices, Subject } from '../subject';

/** What every case measures, whatever its load. */
export interface Costs {
  seconds: number;
  /** CPU seconds per 1,000 sales, by process. */
  cpuPerThousand: Record<string, number>;
  cpuPerThousandTotal: number;
  /** CPU seconds per second that other programs of this machine used meanwhile: the bench itself, and strangers. */
  otherCpuPerSecond: number;
  rowsPerSale: number;
  /** Statements that the database answered, those that begin and end transactions included. */
  statementsPerSale: number;
  /** Messages that one transaction handled on average, by process. */
  messagesPerSlice: Record<string, number>;
}

/** Called when the measured span of a case begins, and when it has ended. */
export interface AroundIt {
  begin?: () => void;
  end?: () => Promise<void>;
}

/** Reads all meters at the start of a case, and again at its end. */
export class Meters {
  private constructor(
    private readonly subject: Subject,
    private readonly participants: Participant[],
    private readonly ledger: Ledger,
    private readonly before: Readings,
  ) {}

  static async start(
    subject: Subject,
    servers: Servers,
    ledger: Ledger,
    slices?: Record<string, Slices>,
  ): Promise<Meters> {
    const participants = [...servers.participants, ...subject.processes()];
    const known = slices ?? (await subject.slices());
    return new Meters(subject, participants, ledger, await read(participants, ledger, known));
  }

  /** @param sales that came to the ledger since the start */
  async end(sales: number): Promise<Costs> {
    const { before } = this;
    const after = await read(this.participants, this.ledger, {});
    const slices = await this.subject.slices();
    const seconds = (after.at - before.at) / 1_000;
    const used = Object.fromEntries(
      Object.entries(after.cpu).map(([name, value]) => [name, value - before.cpu[name]!]),
    );
    const total = Object.values(used).reduce((sum, value) => sum + value, 0);
    const perThousand = (value: number) => (value * 1_000) / sales;
    return {
      seconds,
      cpuPerThousand: Object.fromEntries(Object.entries(used).map(([name, value]) => [name, perThousand(value)])),
      cpuPerThousandTotal: perThousand(total),
      otherCpuPerSecond: (after.machineBusy - before.machineBusy - total) / seconds,
      rowsPerSale: (after.rowsInserted - before.rowsInserted) / sales,
      statementsPerSale: (after.statements - before.statements) / sales,
      messagesPerSlice: averages(before.slices, slices),
    };
  }
}

interface Readings {
  at: number;
  cpu: Record<string, number>;
  machineBusy: number;
  rowsInserted: number;
  statements: number;
  slices: Record<string, Slices>;
}

async function read(
  participants: readonly Participant[],
  ledger: Ledger,
  slices: Record<string, Slices>,
): Promise<Readings> {
  const counters = await ledger.serverCounters();
  const at = performance.now();
  return { at, cpu: cpuSeconds(participants), machineBusy: machineBusySeconds(), ...counters, slices };
}

function averages(before: Record<string, Slices>, after: Record<string, Slices>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(after).flatMap(([name, now]) => {
      const then = before[name] ?? { slices: 0, messages: 0 };
      // A process that was started anew counts from zero.
      const since =
        now.slices < then.slices ? now : { slices: now.slices - then.slices, messages: now.messages - then.messages };
      return since.slices > 0 ? [[name, since.messages / since.slices]] : [];
    }),
  );
}
