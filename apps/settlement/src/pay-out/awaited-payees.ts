import { Injectable } from '@nestjs/common';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { becomesTrue } from '@chuanliu/messaging/on-its-way';
import { nameOf, type Party } from '../domain/party';
import { personsAt } from '../storage/legal-kinds';
import { payeesOf } from '../storage/payees';
import type { Read } from '../storage/read';

/** What partners say of a party may still be on its way here. */
@Injectable()
export class AwaitedPayees {
  constructor(private readonly database: Database) {}

  /** Waits up to 5 s for the party and its payee; whether they came is judged by who pays. */
  async await(party: Party, at: UtcInstant): Promise<void> {
    const read: Read = (sql, parameters) => this.database.read(sql, parameters);
    await becomesTrue(async () => {
      const isPerson = (await personsAt(read, [party], at)).get(nameOf(party));
      return isPerson !== null && (await payeesOf(read, [party])).size > 0;
    });
  }
}
