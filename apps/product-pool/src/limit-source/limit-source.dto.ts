import { Type, type Static } from '@sinclair/typebox';
import { Closed, Id, Instant, Surface as AnySurface, Utc } from '@chuanliu/contracts/shapes';
import type { Surface } from '../domain/surfaces';

const Whether = Type.Optional(Type.Boolean());
const someSurfaces: Record<Surface, typeof Whether> = {
  live: Whether,
  short_video: Whether,
  showcase: Whether,
  shelf: Whether,
  search: Whether,
  link: Whether,
};

/** A surface that is left out stays as the version before has it. */
export const LimitSource = Closed({
  surfaces: Closed(someSurfaces, { minProperties: 1, description: 'Whether products of the source may be sold there' }),
  effectiveFrom: Type.Optional(Instant),
});
export type LimitSource = Static<typeof LimitSource>;

export const SourcePolicyAnswer = Closed({
  source: Id,
  surfaces: Type.Array(AnySurface, { description: 'Those that are open now' }),
  versions: Type.Array(Closed({ effectiveFrom: Utc, surfaces: Closed(someSurfaces) }), {
    description: 'As they were written, the earliest first',
  }),
});
export type SourcePolicyAnswer = Static<typeof SourcePolicyAnswer>;
