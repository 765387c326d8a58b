/** A longer array with the same beginning. */
export function grown<A extends Float64Array | Int32Array>(array: A, length: number): A {
  const longer = new (array.constructor as new (length: number) => A)(length);
  longer.set(array);
  return longer;
}
