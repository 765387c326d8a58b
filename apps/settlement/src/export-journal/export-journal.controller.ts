import { Readable } from 'node:stream';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { dayAfter, type BusinessDate } from '@chuanliu/contracts/instants';
import { Describes } from '@chuanliu/http/openapi';
import { malformedRequest, validQuery } from '@chuanliu/http/validate';
import { JournalAnswer, JournalRequest } from './export-journal.dto';
import { journalAsCsv } from './journal-as-csv';
import { journalAsHledger, type Openings } from './journal-as-hledger';
import { journalAsJson } from './journal-as-json';
import { Journal } from './journal.query';
import { TrialBalanceQuery } from '../trial-balance/trial-balance.query';

const formats = {
  json: { write: journalAsJson, type: 'application/json; charset=utf-8' },
  hledger: { write: journalAsHledger, type: 'text/plain; charset=utf-8' },
  csv: { write: journalAsCsv, type: 'text/csv; charset=utf-8' },
};

/** @throws Problem `malformed-request` (400) where there is nothing that could be opened */
function refuseOpeningsOf({ format, from, orderId }: Static<typeof JournalRequest>): void {
  if (format === 'hledger' && from !== undefined && orderId === undefined) return;
  const problem = 'goes with format=hledger and from, and not with orderId';
  throw malformedRequest([{ pointer: '/openings', problem }]);
}

@Controller('v1/ledger/journal')
export class ExportJournalController {
  constructor(
    private readonly journal: Journal,
    private readonly trialBalance: TrialBalanceQuery,
  ) {}

  @Get()
  @Roles('finance')
  @Describes({
    summary: 'All postings, in the order of the days on which they are booked',
    description:
      'Streamed. `from` is included, `to` is not. `format=hledger` gives a journal that hledger reads (amounts in the ' +
      'commodity fen, dated bookedOn, ids percent-encoded where they have a colon or a blank), `format=csv` a row for ' +
      'each entry. A posting made while the journal is read may be in it or not; none is ever there in part.',
    query: JournalRequest,
    answer: JournalAnswer,
  })
  async export(@Query(validQuery(JournalRequest)) request: Static<typeof JournalRequest>): Promise<StreamableFile> {
    const { format, openings, ...filter } = request;
    if (openings) refuseOpeningsOf(request);
    const before = openings ? await this.openingsOf(filter.from!) : null;
    const { write, type } = formats[format];
    // The response pulls: a reader that is slow, or gone, keeps the next page from being read.
    return new StreamableFile(Readable.from(write(this.journal.pages(filter), before), { objectMode: false }), {
      type,
    });
  }

  private async openingsOf(day: BusinessDate): Promise<Openings> {
    const { accounts } = await this.trialBalance.read(dayAfter(day, -1));
    return { day, balances: accounts };
  }
}
