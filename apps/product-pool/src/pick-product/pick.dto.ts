import { Type, type Static } from '@sinclair/typebox';
import { Terms } from '@chuanliu/contracts/product-pool/pick-known.v1';
import { Closed, Id, Instant, Nullable, Surface, Utc } from '@chuanliu/contracts/shapes';
import { holdsAt } from '@chuanliu/dated-facts/versions';
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
  const inForce = plans
    .termsOf(pick)
    .findLast(terms => holdsAt({ from: terms.effectiveFrom, to: terms.effectiveTo }, at));
  const terms = inForce ?? null;
  return { pickId, promotionCode, link: links.linkOf(promotionCode), productId, from, terms };
}
