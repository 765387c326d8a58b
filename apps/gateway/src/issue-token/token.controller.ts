import { Body, Controller, Header, Headers, HttpCode, Post } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import { Public } from '@chuanliu/auth/auth.decorators';
import { TokenSigner } from '@chuanliu/auth/token';
import { Closed } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { unsupportedContentType } from '@chuanliu/http/problem.filter';
import { invalidClient, readTokenRequest } from './client-credentials';
import { ClientStore } from './client-store';

/** How long a token holds. */
const lifetimeSeconds = 15 * 60;

const TokenForm = Closed({
  grant_type: Type.Literal('client_credentials'),
  client_id: Type.Optional(Type.String()),
  client_secret: Type.Optional(Type.String()),
});
const Token = Closed({
  access_token: Type.String(),
  token_type: Type.Literal('Bearer'),
  expires_in: Type.Integer({ description: 'Seconds' }),
});

@Controller('v1/token')
export class TokenController {
  constructor(
    private readonly clients: ClientStore,
    private readonly signer: TokenSigner,
  ) {}

  @Post()
  @Public()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Describes({
    summary: 'A short-lived access token for a client (OAuth 2.0 client credentials, form-encoded)',
    body: TokenForm,
    bodyType: 'application/x-www-form-urlencoded',
    answer: Token,
    problems: {
      malformed: ['gateway/invalid-token-request', 'gateway/unsupported-grant-type'],
      unauthenticated: ['gateway/invalid-client'],
    },
  })
  async issue(
    @Body() body: Buffer | undefined,
    @Headers('content-type') contentType: string | undefined,
    @Headers('authorization') authorization: string | undefined,
  ) {
    if (body && !contentType?.startsWith('application/x-www-form-urlencoded')) throw unsupportedContentType();
    const { clientId, clientSecret } = readTokenRequest(body?.toString('utf8') ?? '', authorization);
    const caller = await this.clients.verify(clientId, clientSecret);
    if (!caller) throw invalidClient();
    const token = await this.signer.sign(caller, lifetimeSeconds);
    return { access_token: token, token_type: 'Bearer', expires_in: lifetimeSeconds };
  }
}
