import { Injectable } from '@nestjs/common';
import { CompactSign, compactVerify, errors } from 'jose';
import { Type, type Static } from '@sinclair/typebox';
import { Closed, Id, Nullable } from '@chuanliu/contracts/shapes';
import { compileShape } from '@chuanliu/http/validate';
import { noSuchCartToken } from '../domain/cart-token.problems';

const Contents = Closed({ pickId: Id, promotionCode: Id, productId: Id, tag: Nullable(Type.String()) });
/** What a cart token names. */
export type CartTokenContents = Static<typeof Contents>;

const shape = compileShape(Contents);
const header = { alg: 'HS256', typ: 'cart-token+jws' };

/**
 * Cart tokens: what a live cart carries instead of a link. A compact JWS (HS256) that says which pick a product in the
 * cart belongs to, so that nobody can put another promoter's code, or a code of their own making, into it. It has no
 * date: whether the pick is in force is asked when the token is read.
 */
@Injectable()
export class CartTokens {
  private readonly key: Buffer;

  /** @param secret 32 bytes in base64 */
  constructor(secret: string) {
    this.key = Buffer.from(secret, 'base64');
  }

  /** The token of a pick: the same one for the same contents. */
  async sign({ pickId, promotionCode, productId, tag }: CartTokenContents): Promise<string> {
    const contents = JSON.stringify({ pickId, promotionCode, productId, tag });
    return new CompactSign(Buffer.from(contents)).setProtectedHeader(header).sign(this.key);
  }

  /** @throws Problem `product-pool/no-such-cart-token` (404) for a token that was not signed here */
  async read(token: string): Promise<CartTokenContents> {
    const contents = await this.contentsOf(token);
    if (!shape.fits(contents)) throw noSuchCartToken();
    return contents;
  }

  private async contentsOf(token: string): Promise<unknown> {
    try {
      const { payload, protectedHeader } = await compactVerify(token, this.key, { algorithms: [header.alg] });
      return protectedHeader.typ === header.typ ? JSON.parse(Buffer.from(payload).toString('utf8')) : undefined;
    } catch (fault) {
      if (fault instanceof errors.JOSEError) return undefined;
      throw fault;
    }
  }
}
