import { Type, type TSchema } from '@sinclair/typebox';
import { Closed } from '@chuanliu/contracts/shapes';
import { compileShape } from '@chuanliu/http/validate';
import { parseJson } from '../public-door/json-body';
import { malformedEnvelope } from './webhook.problems';

/** A body that is one list under one name, of 1 to so many items; the items are looked at one by one. */
export class Envelope<N extends string> {
  private readonly shape: ReturnType<typeof compileShape>;

  constructor(
    private readonly name: N,
    private readonly most: number,
  ) {
    this.shape = compileShape(this.of(Type.Unknown()));
  }

  /** The envelope's shape around items of a known one, for the description. */
  of<S extends TSchema>(item: S) {
    const items = Type.Array(item, { minItems: 1, maxItems: this.most });
    return Closed({ [this.name]: items } as Record<N, typeof items>);
  }

  /** @throws Problem 400 `malformed-json`, or `gateway/malformed-envelope` when there are no items to look at */
  itemsIn(body: Buffer): unknown[] {
    const parsed = parseJson(body);
    // Items are looked at one by one: what is wrong inside one of them refuses none of its neighbours.
    const faults = this.shape.fits(parsed) ? [] : this.shape.faults(parsed);
    if (faults.length > 0) throw malformedEnvelope(this.name, this.most, faults.slice(0, 20).map(shortened));
    return (parsed as Record<string, unknown[]>)[this.name]!;
  }
}

function shortened({ pointer, problem }: { pointer: string; problem: string }) {
  return { pointer: pointer.slice(0, 200), problem };
}
