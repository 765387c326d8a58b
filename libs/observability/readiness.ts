/** Says whether a part of the service makes progress; a text says what is wrong, null that all is well. */
export type ReadinessCheck = () => Promise<string | null> | string | null;

/** The parts that must make progress before the service calls itself ready. Each part adds its own check. */
export class Readiness {
  private readonly checks = new Map<string, ReadinessCheck>();

  add(part: string, check: ReadinessCheck): void {
    this.checks.set(part, check);
  }

  /** Asks every part; a check that throws counts as one that is not ready. */
  async look(): Promise<{ ready: boolean; parts: Record<string, string> }> {
    const parts: Record<string, string> = {};
    let ready = true;
    for (const [part, check] of this.checks) {
      const fault = await Promise.resolve()
        .then(check)
        .catch(() => 'the check itself failed');
      parts[part] = fault ?? 'ready';
      if (fault !== null) ready = false;
    }
    return { ready, parts };
  }
}
