import { Type, type Static } from '@sinclair/typebox';
import { clientRoles } from '@chuanliu/auth/caller';
import { Closed, Id, Instant, Nullable, Sha256, Utc } from '@chuanliu/contracts/shapes';
import { listQuery } from '@chuanliu/http/listing';

const Action = Type.String({ pattern: '^[a-z][a-z-]{0,63}$' });
const SubjectId = Type.String({ pattern: '^[!-~]{1,200}$' });

export const ListAuditLog = listQuery({
  action: Type.Optional({ ...Action, description: 'Only acts of this kind, such as `approve-adjustment`' }),
  subjectKind: Type.Optional({ ...Action, description: 'What was acted on: `adjustment`, `payout` …' }),
  subjectId: Type.Optional(SubjectId),
  personId: Type.Optional(Id),
  from: Type.Optional({ ...Instant, description: 'From this instant on' }),
  to: Type.Optional({ ...Instant, description: 'Before this instant' }),
  updatedFrom: Type.Optional({ ...Instant, description: 'The same as `from`: an entry never changes' }),
});
export type ListAuditLog = Static<typeof ListAuditLog>;

export const AuditLogKeyset = Closed({ entryNo: Type.Integer({ minimum: 1 }) });

export const AuditLogRow = Closed({
  id: { ...Id, description: 'Counts the log’s entries: 1, 2, 3 …' },
  at: Utc,
  clientId: Id,
  personId: Nullable(Id),
  role: Type.Union(clientRoles.map(role => Type.Literal(role))),
  action: Action,
  subject: Closed({ kind: Action, id: SubjectId }),
  reason: Nullable(Type.String()),
  facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()])),
  digest: { ...Sha256, description: 'Covers the entry and the digest of the one before it' },
  updatedAt: Utc,
});
export type AuditLogRow = Static<typeof AuditLogRow>;
