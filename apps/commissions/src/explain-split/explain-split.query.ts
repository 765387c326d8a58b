import { Injectable } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import type { SplitTerms } from '@chuanliu/split-rules/split-terms';
import { termsInForce, type KnownRates } from '@chuanliu/split-rules/terms-in-force';
import { explainSplit } from '../domain/formula';
import { stateOf } from '../domain/line-state';
import { remainderNow } from '../domain/split-steps';
import { readKnownRates, type Read } from '../storage/known-rates';
import { ordersOf, readLives, type LivesOfLines } from '../storage/life-of-lines';
import { inForce, readLinesOf, type SaleFacts, type SaleLine } from '../storage/sale-line';
import type { ExplainedLine, ExplainedTerms, SplitsOfOrder } from './explain-split.dto';

/** How the shares of an order's lines came about. */
@Injectable()
export class SplitExplanations {
  constructor(private readonly database: Database) {}

  /** An order that is not known has no lines. */
  async ofOrder(channelId: string, orderId: string): Promise<SplitsOfOrder> {
    const read: Read = (sql, parameters) => this.database.read(sql, parameters);
    const lines = await readLinesOf(read, channelId, orderId);
    const known = await readKnownRates(
      read,
      lines.map(({ facts }) => facts),
    );
    const lives = await readLives(read, ordersOf(lines));
    return { lines: lines.map(line => explained(line, known, lives)) };
  }
}

function explained(line: SaleLine, known: KnownRates, lives: LivesOfLines): ExplainedLine {
  const facts = inForce(line);
  const { lineNo, orderRevision, decisionRevision, outcome, promoterId } = facts;
  const { baseFen } = remainderNow(facts);
  const state = stateOf(baseFen, lives.of(line));
  const told = { lineNo, revision: line.record.revision, outcome, promoterId, state, baseFen };
  const caughtUp = { ...told, orderRevision, decisionRevision };
  const terms = line.settled?.basis.terms ?? termsInForce(facts, known);
  if (outcome === 'void' || (!facts.present && !line.settled)) return { ...caughtUp, terms: null, shares: [] };
  if (!terms) return { ...told, orderRevision: 0, decisionRevision: 0, terms: null, shares: [] };
  return { ...caughtUp, terms: termsOf(facts, terms), shares: explainSplit(baseFen, facts, terms) };
}

function termsOf({ outcome }: SaleFacts, terms: SplitTerms): ExplainedTerms {
  const { techFeeBps } = terms;
  if (outcome !== 'distribution') return { ...nothingButTheFee, techFeeBps };
  const hasAgency = terms.agencyId !== null;
  return {
    commissionBps: terms.commissionBps,
    serviceBps: terms.serviceBps,
    secondServiceBps: terms.secondServiceBps,
    techFeeBps,
    promotionFeeBps: terms.promotionFeeBps,
    assistBps: terms.assistBps,
    agencyBps: hasAgency ? terms.agencyBps : null,
    agencyId: terms.agencyId,
    effectiveFrom: terms.effectiveFrom,
  };
}

const nothingButTheFee = {
  commissionBps: null,
  serviceBps: null,
  secondServiceBps: null,
  promotionFeeBps: null,
  assistBps: null,
  agencyBps: null,
  agencyId: null,
  effectiveFrom: null,
};
