import { Body, Controller, Get, Headers, Param, Put, Res } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import type { FastifyReply } from 'fastify';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Id } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import { OfferProductHandler } from './offer-product.handler';
import { OfferProduct, ProductAnswer, tagOf } from './product.dto';

@Controller('v1/products/:productId')
export class OfferProductController {
  constructor(private readonly products: OfferProductHandler) {}

  @Put()
  @Roles('brand', 'operator')
  @Describes({
    summary: 'Offer a product, or change it; If-Match makes sure that nobody changed it meanwhile',
    params: { productId: Id },
    headers: {
      'If-Match': Type.String({
        description: 'The entity tag that was read: the write is refused when it changed since',
      }),
    },
    body: OfferProduct,
    answer: ProductAnswer,
    problems: {
      forbidden: ['product-pool/score-is-not-the-brands'],
      absent: ['no-such-party', 'product-pool/no-such-product'],
      conflict: [
        'product-pool/product-changed',
        'product-pool/product-of-other-brand',
        'product-pool/state-out-of-reach',
      ],
      invalid: [
        'product-pool/named-brand-unknown',
        'product-pool/no-such-category',
        'product-pool/category-is-divided',
        'product-pool/url-leads-nowhere',
      ],
    },
  })
  async offer(
    @CurrentCaller() caller: Caller,
    @Param('productId', valid(Id)) productId: string,
    @Body(valid(OfferProduct)) write: OfferProduct,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const product = await this.products.run(caller, productId, write, ifMatch);
    void reply.header('etag', tagOf(product));
    return product;
  }

  @Get()
  @Roles('brand', 'operator', 'finance')
  @Describes({
    summary: 'A product as it is now',
    params: { productId: Id },
    answer: ProductAnswer,
    problems: { absent: ['product-pool/no-such-product'] },
  })
  async show(
    @CurrentCaller() caller: Caller,
    @Param('productId', valid(Id)) productId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const product = await this.products.show(productId, caller);
    void reply.header('etag', tagOf(product));
    return product;
  }
}
