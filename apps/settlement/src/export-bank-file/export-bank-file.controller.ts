import { Controller, Get, Header, Query } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Describes } from '@chuanliu/http/openapi';
import { validQuery } from '@chuanliu/http/validate';
import { BankFileRequest } from './bank-file.dto';
import { ExportBankFileHandler } from './export-bank-file.handler';

@Controller('v1/payouts/file')
export class ExportBankFileController {
  constructor(private readonly bankFile: ExportBankFileHandler) {}

  @Get()
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="payouts.csv"')
  @Header('cache-control', 'no-store')
  @Roles('finance')
  @Describes({
    summary: 'Payouts that are sent and not confirmed, as a file for the bank',
    description:
      'Columns payoutId, payeeName, bankAccount (readable), amountYuan (net of tax), remark; the last row is TOTAL, the ' +
      'number of payouts and what they come to. A payout stays in it until its result is known: a bank tells one that it ' +
      'has had before by its payoutId. Each export is in the audit log.',
    query: BankFileRequest,
    answer: Type.String(),
    answerType: 'text/csv',
    problems: { unavailable: ['settlement/payee-key-differs'] },
  })
  export(@CurrentCaller() caller: Caller, @Query(validQuery(BankFileRequest)) request: BankFileRequest) {
    return this.bankFile.run(caller, request);
  }
}
