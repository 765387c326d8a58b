import { Controller, Get, Header, Param, Redirect, Res } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '@chuanliu/auth/auth.decorators';
import { asyncApiDocument } from '@chuanliu/contracts/asyncapi';
import { Problem } from '@chuanliu/problems/problem';
import { assetNamed, page, type Asset } from './docs-page';
import { WholeDescription } from './whole-description';

const offlinePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'";

/** What the API is, for programs and for people. */
@ApiExcludeController()
@Public()
@Controller()
export class DescribeApiController {
  constructor(private readonly description: WholeDescription) {}

  @Get()
  @Redirect('/docs', 302)
  toTheDocs(): void {
    // The redirect is the answer.
  }

  @Get('openapi.json')
  openApi(): Promise<OpenAPIObject> {
    return this.description.read();
  }

  @Get('asyncapi.json')
  asyncApi(): object {
    return asyncApiDocument();
  }

  @Get('docs')
  @Header('content-security-policy', offlinePolicy)
  docs(@Res() reply: FastifyReply): void {
    sendAsset(reply, page);
  }

  @Get('docs/:file')
  file(@Param('file') name: string, @Res() reply: FastifyReply): void {
    const asset = assetNamed(name);
    if (!asset) throw new Problem('absent', 'no-such-route', 'There is nothing at this address');
    void reply.header('cache-control', 'public, max-age=3600');
    sendAsset(reply, asset);
  }
}

function sendAsset(reply: FastifyReply, { contentType, content }: Asset): void {
  void reply.header('content-type', contentType).send(content);
}
