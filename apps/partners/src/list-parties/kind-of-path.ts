import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { PartyKind } from '@chuanliu/auth/caller';

/** How an address names each kind of party. */
export const kindOfPlural = {
  brands: 'brand',
  promoters: 'promoter',
  recruiters: 'recruiter',
  agencies: 'agency',
} as const satisfies Record<string, PartyKind>;

/** The kind of party that a route such as `/v1/brands/…` is about, where one controller serves several kinds. */
export const KindOfPath = createParamDecorator((_: unknown, context: ExecutionContext): PartyKind => {
  const { url } = context.switchToHttp().getRequest<{ url: string }>();
  const plural = /^\/v1\/([a-z]+)/.exec(url)?.[1];
  return kindOfPlural[plural as keyof typeof kindOfPlural];
});
