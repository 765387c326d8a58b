import type { Caller } from '@chuanliu/auth/caller';
import type { Database } from '@chuanliu/database/database';
import { BEGINNING_OF_TIME } from '@chuanliu/dated-facts/versions';
import type { Clock } from '@chuanliu/http/dated-command-clock';
import type { DueWork } from '@chuanliu/messaging/due-work';
import { Outbox } from '@chuanliu/messaging/outbox';
import { DecideAdjustmentHandler } from '../src/decide-adjustment/decide-adjustment.handler';
import { partyOf } from '../src/domain/party';
import { ImportResultsHandler } from '../src/import-bank-results/import-results.handler';
import { OnPayeeKnown } from '../src/learn-partners/on-payee-known.consumer';
import { AwaitedPayees } from '../src/pay-out/awaited-payees';
import { PayOutHandler } from '../src/pay-out/pay-out.handler';
import { SendPayouts } from '../src/pay-out/send-payouts';
import { AdvanceBatches } from '../src/pay-out-in-batches/advance-batches';
import { BeginBatchHandler } from '../src/pay-out-in-batches/begin-batch.handler';
import { ProposeAdjustmentHandler } from '../src/propose-adjustment/propose-adjustment.handler';
import { RecordPayoutResultHandler } from '../src/record-payout-result/record-payout-result.handler';
import { StepSizes } from '../src/step-sizes';
import { AccountIds } from '../src/storage/account-ids';
import { Books } from '../src/storage/books';
import { saveKnownParties } from '../src/storage/known-parties';
import { saveLegalKinds } from '../src/storage/legal-kinds';
import { PostingIds } from '../src/storage/posting-ids';
import { aPayee } from './a-paid-party';

export const finance: Caller = { clientId: 'c-1', role: 'finance', partyId: null, personId: 'p-1' };
/** Another person, who approves what the first one proposed. */
export const secondPerson: Caller = { ...finance, clientId: 'c-2', personId: 'p-2' };

/** What finance commands besides runs and holds, in one process of the service. Batches do not work by themselves. */
export function financeCommands(on: Database, clock: Clock) {
  const outbox = new Outbox();
  const books = new Books(new AccountIds(on), new PostingIds(on));
  const dueWork = { register: () => undefined, wake: () => undefined } as unknown as DueWork;
  const payouts = new SendPayouts(books, outbox);
  const recordResult = new RecordPayoutResultHandler(on, books, outbox, clock);
  const sizes = new StepSizes();
  const batches = new AdvanceBatches(on, dueWork, payouts, clock, sizes);
  return {
    sizes,
    payOut: new PayOutHandler(on, new AwaitedPayees(on), payouts, clock),
    recordResult,
    importResults: new ImportResultsHandler(recordResult),
    proposeAdjustment: new ProposeAdjustmentHandler(on, outbox, clock),
    decideAdjustment: new DecideAdjustmentHandler(on, books, outbox, clock),
    beginBatch: new BeginBatchHandler(on, dueWork, clock),
    /** Works on the batch under way until it is done. */
    async advanceBatch(): Promise<void> {
      while ((await on.transaction(tx => batches.advance(tx))) > 0);
    },
  };
}

/** Makes parties known that can be paid; of promoters those named are companies, the others persons. */
export async function knowPayees(database: Database, names: readonly string[], companies: readonly string[] = []) {
  const parties = names.map(partyOf);
  const persons = names
    .filter(name => name.startsWith('promoter:'))
    .map(name => ({
      party: partyOf(name),
      effectiveFrom: BEGINNING_OF_TIME,
      kind: companies.includes(name) ? ('company' as const) : ('person' as const),
      revision: 1,
    }));
  const meta = { eventId: '', topic: '', partition: 0, offset: 0, key: '' };
  await database.transaction(async tx => {
    await saveKnownParties(tx, parties);
    await saveLegalKinds(tx, persons);
    await new OnPayeeKnown().handle(
      parties.map(party => ({ data: aPayee(party, undefined), meta })),
      tx,
    );
  });
}
