const ONE_OF = 16;

/**
 * The first `wanted` of the documents in an order, without sorting them all: the last of the first ones among every
 * sixteenth is a bound behind which none of them can be.
 *
 * @param first what the order looks at first, by document, the greater first
 * @param compare the whole order; never 0
 */
export function bestOf(
  documents: Int32Array,
  wanted: number,
  first: Float64Array,
  compare: (a: number, b: number) => number,
): number[] {
  if (documents.length <= ONE_OF * wanted) return [...documents].sort(compare).slice(0, wanted);
  const some = new Int32Array(Math.floor(documents.length / ONE_OF));
  for (let n = 0; n < some.length; n++) some[n] = documents[n * ONE_OF]!;
  const bound = bestOf(some, wanted, first, compare)[wanted - 1]!;
  const least = first[bound]!;
  const best: number[] = [];
  for (let n = 0; n < documents.length; n++) {
    const document = documents[n]!;
    const figure = first[document]!;
    if (figure > least || (figure === least && (document === bound || compare(document, bound) < 0))) {
      best.push(document);
    }
  }
  return best.sort(compare).slice(0, wanted);
}
