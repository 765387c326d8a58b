import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Describes } from '@chuanliu/http/openapi';
import { unsupportedContentType } from '@chuanliu/http/problem.filter';
import { csvColumns, requiredColumns } from './csv-columns';
import { BulkAnswer } from './offer-in-bulk.dto';
import { OfferInBulkHandler } from './offer-in-bulk.handler';
import { readCsv } from './read-csv';

@Controller('v1/products/import')
export class ImportCsvController {
  constructor(private readonly products: OfferInBulkHandler) {}

  @Post()
  @HttpCode(200)
  @Roles('brand', 'operator')
  @Describes({
    summary: 'Offer up to 10,000 products from a CSV file, each row with a verdict of its own',
    description:
      `UTF-8, with or without a byte order mark. The first row names the columns, in any order: ` +
      `${Object.keys(csvColumns).join(', ')}; required are ${requiredColumns.join(', ')}. A column that is not there ` +
      'changes nothing; an empty cell takes belt, url, images, guarantees and the sample rule away, and leaves anything ' +
      'else as it is. Lists are words between blanks. A quote before = + - @ is taken off, as the export puts it there. ' +
      '`row` in a refusal counts from 1, without the first row.',
    body: Type.String({ description: 'The file' }),
    bodyType: 'text/csv',
    answer: BulkAnswer,
    problems: {
      malformed: ['product-pool/csv-not-utf-8', 'product-pool/malformed-csv', 'product-pool/csv-header-unusable'],
      'too-large': ['product-pool/too-many-rows'],
    },
  })
  import(@CurrentCaller() caller: Caller, @Body() file: unknown) {
    if (!Buffer.isBuffer(file)) throw unsupportedContentType();
    return this.products.run(caller, readCsv(file));
  }
}
