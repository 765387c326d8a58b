import type { Participant } from './measure/process-times';
import type { Alliance, ChannelEvent } from './load/orders';

/** Kafka and the database that all subjects share, one after the other. */
export interface Servers {
  kafkaBrokers: string;
  databaseUrl: string;
  participants: Participant[];
}

/** How many messages one process has handled, in how many transactions. */
export interface Slices {
  slices: number;
  messages: number;
}

/** A system that takes paid orders from the intake topic to a ledger. */
export interface Subject {
  readonly name: SubjectName;
  /** Its own processes, in the order of the sale's path. */
  processes(): Participant[];
  /** The topic that paid orders are read from, and the group that reads it, as the broker knows them. */
  readonly intakeTopic: string;
  readonly intakeGroup: string;
  /** The schema with the tables `posting` and `posting_entry`. */
  readonly ledgerSchema: string;
  /** Whether the ledger's consumer keeps its position in the ledger's schema. */
  readonly keepsPositions: boolean;
  start(): Promise<void>;
  /** Makes brands, promoters, products and picks known to it; returns them with their codes. */
  learn(alliance: Alliance): Promise<Alliance>;
  /** Stops the process that reads the intake topic, so that a backlog can pile up. */
  stopIntake(): Promise<void>;
  startIntake(): void | Promise<void>;
  slices(): Promise<Record<string, Slices>>;
  /** Sends one order through the front door; resolves once it was accepted. */
  send(event: ChannelEvent): Promise<void>;
  stop(): Promise<void>;
}

export const subjectNames = ['floor', 'ours', 'usual-way'] as const;
export type SubjectName = (typeof subjectNames)[number];
