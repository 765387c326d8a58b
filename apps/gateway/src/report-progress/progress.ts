/** How far one partition is behind. */
interface PartitionProgress {
  topic: string;
  partition: number;
  at: number;
  end: number;
  /** It rests, because the broker has not what comes next. */
  stranded: boolean;
}

/** How far one service says it has come. */
export interface ServiceProgress {
  service: string;
  outboxRows: number;
  dueRows: number;
  lag: number;
  parked: number;
  waiting: number;
  partitions: PartitionProgress[];
}

/** One look at one service; null when it did not answer. */
export interface Look {
  service: string;
  progress: ServiceProgress | null;
}

export interface Progress {
  /** Nothing is under way anywhere, and nothing came between the two looks. */
  quiescent: boolean;
  outboxRows: number;
  lag: number;
  parked: number;
  waiting: number;
  services: Array<{ service: string; reachable: boolean } & Partial<ServiceProgress>>;
}

/**
 * What two successive looks at all services say together. One look is not enough: an event may leave one service after
 * another one's ends were looked at, and before it was looked at itself. After a first look at rest all consequences of
 * what it saw are with the broker; ends that are the same in a second look, begun after the first, say that there are none.
 */
export function progressOf(first: readonly Look[], second: readonly Look[]): Progress {
  const known = second.flatMap(look => look.progress ?? []);
  const sum = (of: (progress: ServiceProgress) => number) => known.reduce((total, one) => total + of(one), 0);
  return {
    quiescent: first.every(isAtRest) && second.every(isAtRest) && endsOf(first) === endsOf(second),
    outboxRows: sum(one => one.outboxRows),
    lag: sum(one => one.lag),
    parked: sum(one => one.parked),
    waiting: sum(one => one.waiting),
    services: second.map(({ service, progress }) => ({ service, reachable: progress !== null, ...progress })),
  };
}

function isAtRest({ progress }: Look): boolean {
  if (!progress) return false;
  return (
    progress.outboxRows === 0 &&
    progress.dueRows === 0 &&
    progress.partitions.every(({ at, end, stranded }) => at >= end && !stranded)
  );
}

function endsOf(looks: readonly Look[]): string {
  return looks
    .flatMap(({ service, progress }) =>
      (progress?.partitions ?? []).map(({ topic, partition, end }) => `${service} ${topic} ${partition} ${end}`),
    )
    .sort()
    .join('\n');
}
