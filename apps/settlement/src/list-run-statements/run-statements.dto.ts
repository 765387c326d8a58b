import { Type, type Static } from '@sinclair/typebox';
import { Closed, Id, Nullable, SignedFen, Utc } from '@chuanliu/contracts/shapes';
import { listQuery } from '@chuanliu/http/listing';
import { StatementParty, statementSums } from '../read-statements/statements.dto';

export const ListRunStatements = listQuery({ party: Type.Optional(StatementParty) });
export type ListRunStatements = Static<typeof ListRunStatements>;

export const RunStatementsKeyset = Closed({ party: StatementParty });
export type RunStatementsKeyset = Static<typeof RunStatementsKeyset>;

/** A party's statement in a run's list; the list's main amount is closingFen. */
export const RunStatement = Closed({
  id: { ...StatementParty, description: 'The party: it has one statement in a run' },
  party: StatementParty,
  statementId: Nullable({ ...Id, description: 'null in a dry run, which makes no statements' }),
  openingFen: { ...SignedFen, description: 'The closing of the statement before; 0 in the first' },
  lineCount: Type.Integer({ minimum: 0 }),
  ...statementSums,
  updatedAt: Utc,
});
export type RunStatement = Static<typeof RunStatement>;
