import { Type, type Static } from '@sinclair/typebox';
import { Closed, Id, Instant, Utc } from '@chuanliu/contracts/shapes';
import { listQuery } from '@chuanliu/http/listing';

const Impressions = Type.Integer({ minimum: 1, maximum: 1_000_000_000_000 });

export const NewSpend = Closed({
  impressions: Impressions,
  contentId: { ...Id, description: 'The stream or video on which they are used' },
});
export type NewSpend = Static<typeof NewSpend>;

const spend = { id: Id, impressions: Impressions, contentId: Id, spentAt: Utc };

export const SpendMade = Closed({ ...spend, balance: Type.Integer({ description: 'Impressions left after it' }) });
export type SpendMade = Static<typeof SpendMade>;

export const SpendRow = Closed({ ...spend, updatedAt: Utc });

export const ListSpends = listQuery({ updatedFrom: Type.Optional(Instant) });

export const SpendsKeyset = Closed({ no: Type.Integer({ minimum: 1 }) });
