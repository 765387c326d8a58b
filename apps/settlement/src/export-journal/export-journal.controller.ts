import { Readable } from 'node:stream';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { Describes } from '@chuanliu/http/openapi';
import { validQuery } from '@chuanliu/http/validate';
import { JournalAnswer, JournalRequest } from './export-journal.dto';
import { journalAsCsv } from './journal-as-csv';
import { journalAsHledger } from './journal-as-hledger';
import { journalAsJson } from './journal-as-json';
import { Journal } from './journal.query';

const formats = {
  json: { write: journalAsJson, type: 'application/json; charset=utf-8' },
  hledger: { write: journalAsHledger, type: 'text/plain; charset=utf-8' },
  csv: { write: journalAsCsv, type: 'text/csv; charset=utf-8' },
};

@Controller('v1/ledger/journal')
export class ExportJournalController {
  constructor(private readonly journal: Journal) {}

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
  export(@Query(validQuery(JournalRequest)) { format, ...filter }: Static<typeof JournalRequest>): StreamableFile {
    const { write, type } = formats[format];
    // The response pulls: a reader that is slow, or gone, keeps the next page from being read.
    return new StreamableFile(Readable.from(write(this.journal.pages(filter)), { objectMode: false }), { type });
  }
}
