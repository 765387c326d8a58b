import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Describes } from '@chuanliu/http/openapi';
import { unsupportedContentType } from '@chuanliu/http/problem.filter';
import { ResultsImported } from './import-results.dto';
import { ImportResultsHandler } from './import-results.handler';
import { resultColumns } from './read-results-file';

@Controller('v1/payouts/results')
export class ImportResultsController {
  constructor(private readonly results: ImportResultsHandler) {}

  @Post()
  @HttpCode(200)
  @Roles('finance')
  @Describes({
    summary: 'Record the results of many payouts from the bank’s file, each row with a verdict of its own',
    description:
      `CSV, UTF-8. The first row names the columns: ${resultColumns.join(', ')}. amountYuan is the amount that was sent, ` +
      'net of tax, with two decimals; reason may be empty. The last row is TOTAL, the number of rows, and what their ' +
      'amounts come to: where it does not fit, nothing is taken. Sent again, the file changes nothing.',
    body: Type.String({ description: 'The file' }),
    bodyType: 'text/csv',
    answer: ResultsImported,
    problems: { malformed: ['settlement/results-file-unusable'], invalid: ['settlement/totals-differ'] },
  })
  import(@CurrentCaller() caller: Caller, @Body() file: unknown) {
    if (!Buffer.isBuffer(file)) throw unsupportedContentType();
    return this.results.run(caller, file);
  }
}
