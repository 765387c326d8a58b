/**
 * What was worked out lately and holds as long as the index stays as it is: that which was asked for longest ago goes
 * when there is no room. Whoever is given a value does not change it.
 */
export class Recent<V> {
  private readonly values = new Map<string, { value: V; bytes: number }>();
  private bytes = 0;
  private version = -1;

  /** @param room in bytes */
  constructor(
    private readonly room: number,
    private readonly bytesOf: (value: V) => number,
  ) {}

  /** @param version of the index: of any other nothing is kept */
  get(key: string, version: number, make: () => V): V {
    if (version !== this.version) this.clear(version);
    const known = this.values.get(key);
    if (known) this.values.delete(key);
    const entry = known ?? this.entryOf(make());
    this.values.set(key, entry);
    for (const [oldest, { bytes }] of this.values) {
      if (this.bytes <= this.room) break;
      this.values.delete(oldest);
      this.bytes -= bytes;
    }
    return entry.value;
  }

  forget(): void {
    this.clear(-1);
  }

  private entryOf(value: V) {
    const bytes = this.bytesOf(value);
    this.bytes += bytes;
    return { value, bytes };
  }

  private clear(version: number): void {
    this.values.clear();
    this.bytes = 0;
    this.version = version;
  }
}
