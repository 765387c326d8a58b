import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { nameOf, type Party } from '../domain/party';
import { personsAt } from '../storage/legal-kinds';
import { payeesOf } from '../storage/payees';
import type { Read } from '../storage/read';

const PATIENCE_MS = 5_000;
const LOOK_EVERY_MS = 100;

/** What partners say of a party may still be on its way here. */
@Injectable()
export class AwaitedPayees {
  constructor(private readonly database: Database) {}

  /** Waits up to 5 s for the party and its payee; whether they came is judged by who pays. */
  async await(party: Party, at: UtcInstant): Promise<void> {
    const read: Read = (sql, parameters) => this.database.read(sql, parameters);
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(LOOK_EVERY_MS)) {
      const isPerson = (await personsAt(read, [party], at)).get(nameOf(party));
      if (isPerson !== null && (await payeesOf(read, [party])).size > 0) return;
    }
  }
}
