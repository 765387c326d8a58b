/** The part of fastbitset that is used here; it comes without types. */
declare module 'fastbitset' {
  export default class FastBitSet {
    add(index: number): void;
    /** Every member, in ascending order. */
    forEach(visit: (member: number) => void): void;
    remove(index: number): void;
    has(index: number): boolean;
    /** Makes room up to this index. */
    resize(index: number): void;
    size(): number;
    /** The members in ascending order. */
    array(): number[];
    clone(): FastBitSet;
    /** Keeps what the other has too. */
    intersection(other: FastBitSet): FastBitSet;
    intersection_size(other: FastBitSet): number;
    /** Takes away what the other has. */
    difference(other: FastBitSet): FastBitSet;
    /** Adds what the other has. */
    union(other: FastBitSet): FastBitSet;
  }
}
