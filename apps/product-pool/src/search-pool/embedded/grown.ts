/** A longer array with the same beginning; the rest holds `filler`. */
export function grown<A extends Float64Array | Int32Array>(array: A, length: number, filler: number): A {
  const longer = new (array.constructor as new (length: number) => A)(length);
  longer.set(array as never);
  longer.fill(filler, array.length);
  return longer;
}
