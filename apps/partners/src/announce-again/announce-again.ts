import { Injectable } from '@nestjs/common';
import { partyRegistered } from '@chuanliu/contracts/partners/party-registered.v1';
import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { DueWork } from '@chuanliu/messaging/due-work';
import { Outbox } from '@chuanliu/messaging/outbox';
import { announcementOf } from '../register-party/party-announced';
import { lockEntry } from '../storage/entries';

const PARTIES_A_STEP = 200;

/**
 * Announces recruiters and agencies that are due (`due_announcement`) once more, as they are and with the revision that
 * they have: to who knows them it is a repetition, and who passed them by before gets to know them.
 */
@Injectable()
export class AnnounceAgain {
  constructor(
    database: Database,
    dueWork: DueWork,
    private readonly outbox: Outbox,
  ) {
    dueWork.register({
      name: 'parties to announce again',
      count: async () => (await database.read<{ n: number }>('SELECT COUNT(*) AS n FROM due_announcement'))[0]!.n,
      work: tx => this.announceSome(tx),
    });
  }

  /** @returns how much was done; 0 when nothing is due */
  private async announceSome(tx: Tx): Promise<number> {
    const due = await tx.query<{ kind: 'recruiter' | 'agency'; entry_id: string }>(
      `SELECT kind, entry_id FROM due_announcement ORDER BY kind, entry_id LIMIT ${PARTIES_A_STEP}`,
    );
    for (const { kind, entry_id: id } of due) {
      const entry = await lockEntry(tx, kind, id); // A write that is under way announces a greater revision, after this.
      if (entry?.undated) {
        const data = announcementOf(kind, id, entry.undated, entry.revision);
        await this.outbox.add(tx, partyRegistered, [{ data }]);
      }
      await tx.execute('DELETE FROM due_announcement WHERE kind = ? AND entry_id = ?', [kind, id]);
    }
    return due.length;
  }
}
