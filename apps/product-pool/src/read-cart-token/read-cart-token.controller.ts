import { Controller, Get, Param } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import { AnyClient } from '@chuanliu/auth/auth.decorators';
import { Closed, Id, Nullable, Utc } from '@chuanliu/contracts/shapes';
import { holdsAt } from '@chuanliu/dated-facts/versions';
import { Database } from '@chuanliu/database/database';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import { noSuchCartToken } from '../domain/cart-token.problems';
import { pickOf, SELECT_PICK, type PickRow } from '../storage/picks';
import { CartTokens } from './cart-tokens';

const Token = Type.String({ minLength: 1, maxLength: 1_024, description: 'As a pick’s answer has it' });
const CartTokenAnswer = Closed({
  pickId: Id,
  promotionCode: Id,
  productId: Id,
  tag: Nullable(Type.String()),
  from: Utc,
  to: Nullable(Utc),
  inForce: Type.Boolean({ description: 'Whether the pick, and so its code, holds now' }),
});

@Controller('v1/cart-tokens/:token')
export class ReadCartTokenController {
  constructor(
    private readonly tokens: CartTokens,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  @AnyClient()
  @Describes({
    summary: 'What a cart token stands for, and whether its pick holds now',
    params: { token: Token },
    answer: CartTokenAnswer,
    problems: { absent: ['product-pool/no-such-cart-token'] },
  })
  async read(@Param('token', valid(Token)) token: string): Promise<Static<typeof CartTokenAnswer>> {
    const contents = await this.tokens.read(token);
    const [row] = await this.database.read<PickRow>(`${SELECT_PICK} WHERE pick_id = ?`, [contents.pickId]);
    if (!row) throw noSuchCartToken();
    const { from, to } = pickOf(row);
    return { ...contents, from, to, inForce: holdsAt({ from, to }, this.clock.now()) };
  }
}
