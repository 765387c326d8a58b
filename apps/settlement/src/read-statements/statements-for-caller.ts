import { Injectable } from '@nestjs/common';
import { isPartyKind, type Caller } from '@chuanliu/auth/caller';
import { noSuchParty } from '@chuanliu/auth/require-party';
import { partyOf, type Party } from '../domain/party';
import { noSuchStatement, partyRequired } from '../domain/settlement-run.problems';
import { StatementsQuery, type StatementHead } from './statements.query';

/** Statements as far as a caller may see them. */
@Injectable()
export class StatementsForCaller {
  constructor(private readonly statements: StatementsQuery) {}

  /** @throws Problem settlement/no-such-statement (404), also for another party's */
  async find(caller: Caller, statementId: string): Promise<StatementHead> {
    const statement = await this.statements.find(statementId);
    const isTheirs = !isPartyKind(caller.role) || statement?.head.party === `${caller.role}:${caller.partyId}`;
    if (!statement || !isTheirs) throw noSuchStatement(statementId);
    return statement;
  }
}

/**
 * Whose statements to show; undefined: everybody's.
 * @param party `{kind}:{id}`, as asked for
 * @throws Problem no-such-party (404) when a party asks for another's
 */
export function partyToShow(caller: Caller, party: string | undefined): Party | undefined {
  const asked = party === undefined ? undefined : partyOf(party);
  if (!isPartyKind(caller.role)) return asked;
  const own = { kind: caller.role, id: caller.partyId! };
  if (asked && (asked.kind !== own.kind || asked.id !== own.id)) throw noSuchParty(asked.kind, asked.id);
  return own;
}

/** As partyToShow, where there must be one. @throws Problem settlement/party-required (422) when finance names none */
export function namedParty(caller: Caller, party: string | undefined): Party {
  const named = partyToShow(caller, party);
  if (!named) throw partyRequired();
  return named;
}
