import { Readable } from 'node:stream';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Closed, Id } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { validQuery } from '@chuanliu/http/validate';
import { brandOf } from '../list-products/brand-of';
import { columnsFor } from '../offer-in-bulk/csv-columns';
import { ExportProductsQuery } from './export-products.query';
import { productsAsCsv } from './products-as-csv';

const ExportProducts = Closed({ brandId: Type.Optional({ ...Id, description: 'A brand gets its own alone' }) });

@Controller('v1/products/export')
export class ExportProductsController {
  constructor(private readonly products: ExportProductsQuery) {}

  @Get()
  @Roles('brand', 'operator')
  @Describes({
    summary: 'Products as a CSV file, which `POST /v1/products/import` takes back: unchanged, it changes nothing',
    description:
      'Streamed: UTF-8 with a byte order mark, a first row of columns, then a row a product in the order of ids. A cell ' +
      'that a spreadsheet would run (it begins with = + - @) has a quote before it. productScore is in operators’ files.',
    query: ExportProducts,
    answer: Type.String({ description: 'The file' }),
    answerType: 'text/csv',
    problems: { absent: ['no-such-party'] },
  })
  export(
    @CurrentCaller() caller: Caller,
    @Query(validQuery(ExportProducts)) query: Static<typeof ExportProducts>,
  ): StreamableFile {
    const pages = this.products.pages(brandOf(caller, query.brandId));
    // The response pulls: a reader that is slow, or gone, keeps the next page from being read.
    const file = Readable.from(productsAsCsv(pages, columnsFor(caller.role)), { objectMode: false });
    return new StreamableFile(file, {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="products.csv"',
    });
  }
}
