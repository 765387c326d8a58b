import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Describes } from '@chuanliu/http/openapi';
import { unsupportedContentType } from '@chuanliu/http/problem.filter';
import { BulkAnswer, BulkRow } from './offer-in-bulk.dto';
import { readNdjson } from './read-rows';
import { OfferInBulkHandler } from './offer-in-bulk.handler';

@Controller('v1/products/bulk')
export class OfferInBulkController {
  constructor(private readonly products: OfferInBulkHandler) {}

  @Post()
  @HttpCode(200)
  @Roles('brand', 'operator')
  @Describes({
    summary: 'Offer up to 10,000 products, one JSON row a line (application/x-ndjson), each with a verdict of its own',
    description: `Every row: ${JSON.stringify(Object.keys(BulkRow.properties))}`,
    body: Type.String({ description: 'Rows of JSON, one a line' }),
    bodyType: 'application/x-ndjson',
    answer: BulkAnswer,
    problems: { 'too-large': ['product-pool/too-many-rows'] },
  })
  offer(@CurrentCaller() caller: Caller, @Body() rows: unknown) {
    if (typeof rows !== 'string') throw unsupportedContentType();
    return this.products.run(caller, readNdjson(rows));
  }
}
