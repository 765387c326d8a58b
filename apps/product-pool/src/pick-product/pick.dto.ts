import { Type, type Static } from '@sinclair/typebox';
import { Terms } from '@chuanliu/contracts/product-pool/pick-known.v1';
import { Closed, Id, Instant, Nullable, Surface, Utc } from '@chuanliu/contracts/shapes';
import { termsAt } from '../domain/terms-of-pick';
import type { KnownPlans } from '../storage/known-plans';
import type { Pick } from '../storage/picks';
import { pickExtras, type PickExtras } from './pick-extras';

export const Tag = Type.String({ minLength: 1, maxLength: 64, description: 'The promoter’s own; orders carry it' });

export const PickProduct = Closed({
  productId: Id,
  activityId: Type.Optional(Id),
  tag: Type.Optional(Tag),
  surface: Type.Optional({ ...Surface, description: 'Where the promoter means to sell; refused where it is barred' }),
  from: Type.Optional(Instant),
});
export type PickProduct = Static<typeof PickProduct>;

/** The terms are those in force when the pick begins. */
export const PickAnswer = Closed({
  pickId: Id,
  promotionCode: Id,
  link: Type.String(),
  productId: Id,
  from: Utc,
  terms: Nullable(Terms),
  ...pickExtras,
});
export type PickAnswer = Static<typeof PickAnswer>;

/** All from now on: only imports, pick by pick, are dated back. */
export const PickBatch = Closed({
  picks: Type.Array(Type.Omit(PickProduct, ['from'], { additionalProperties: false }), {
    minItems: 1,
    maxItems: 200,
    description: 'The same product and activity twice is one pick',
  }),
});
export type PickBatch = Static<typeof PickBatch>;

const Index = Type.Integer({ minimum: 0, description: 'Which of the picks, counted from 0' });
export const PickBatchAnswer = Closed({
  picked: Type.Array(Closed({ index: Index, ...PickAnswer.properties })),
  refused: Type.Array(
    Closed({
      index: Index,
      productId: Id,
      type: Type.String(),
      title: Type.String(),
      errors: Type.Array(Closed({ pointer: Type.String(), problem: Type.String() })),
    }),
  ),
});
export type PickBatchAnswer = Static<typeof PickBatchAnswer>;

/** Where promotion links begin: the gateway's public address. */
export class PublicUrl {
  constructor(private readonly url: string) {}

  linkOf(promotionCode: string): string {
    return `${this.url}/p/${promotionCode}`;
  }
}

export function shownPick(
  pick: Pick,
  plans: KnownPlans,
  links: PublicUrl,
  at = pick.from,
): Omit<PickAnswer, keyof PickExtras> {
  const { pickId, promotionCode, productId, from } = pick;
  const terms = termsAt(plans.termsOf(pick), at);
  return { pickId, promotionCode, link: links.linkOf(promotionCode), productId, from, terms };
}
