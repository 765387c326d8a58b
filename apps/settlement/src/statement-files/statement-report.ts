import type { BusinessDate, UtcInstant } from '@chuanliu/contracts/instants';
import type { Creditor } from '../domain/accounts';
import type { MovementKind } from '../domain/movement';
import type { EntryShare } from '../domain/posting';
import type { LinesOfRole } from '../domain/waterfall';

/** From opening to closing; payouts are positive here, and taken away. */
export interface StatementSums {
  openingFen: number;
  linesFen: number;
  adjustmentsFen: number;
  rebatesFen: number;
  bonusesFen: number;
  manualFen: number;
  payoutsFen: number;
  failedPayoutsFen: number;
  closingFen: number;
}

/** What was settled of a line for the party; freight of an order has no line. */
export interface ReportLine {
  businessDate: BusinessDate;
  channelId: string;
  orderId: string;
  lineNo: number | null;
  share: Exclude<EntryShare, null>;
  baseFen: number;
  amountFen: number;
}

/** What else changed the party's `available`; credit positive, so a payout is negative. */
export interface ReportMovement {
  businessDate: BusinessDate;
  kind: MovementKind;
  occurredAt: UtcInstant;
  reference: string | null;
  channelId: string | null;
  orderId: string | null;
  lineNo: number | null;
  /** Of a line's later adjustment; null for money that is no share of a sale. */
  share: EntryShare;
  amountFen: number;
}

/** A statement of a day or of several, as files show it. Rows come page by page, so their number does not matter. */
export interface StatementReport {
  party: { kind: Creditor; id: string };
  /** As its payee account has it; null for a party without one. */
  payeeName: string | null;
  /** Both included. One day, or a month's first and last. */
  from: BusinessDate;
  to: BusinessDate;
  sums: StatementSums;
  /** The statements of days that this one adds up, in order. */
  days: ReadonlyArray<StatementSums & { id: string; businessDate: BusinessDate }>;
  /** One for each share in which the party earned. */
  roles: readonly LinesOfRole[];
  lines: () => AsyncIterable<readonly ReportLine[]>;
  movements: () => AsyncIterable<readonly ReportMovement[]>;
}
