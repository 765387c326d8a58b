import { Controller, Delete, Get, Post, Put, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Dispatcher } from 'undici';
import { AnyClient } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Problem } from '@chuanliu/problems/problem';
import { AnswerOnce } from '../answer-once/answer-once';
import { sendAnswer, type Answer } from '../answer-once/answer';
import { BuyerKeys } from './buyer-key';
import { replaceBuyers } from './replace-buyers';
import { patternsOf, routeOf, type Route } from './routes';
import { Upstreams } from './upstreams';

const passedOn = [
  'authorization',
  'content-type',
  'accept',
  'accept-language',
  'if-match',
  'if-none-match',
  'idempotency-key',
];
const passedBack = [
  'content-type',
  'content-length',
  'content-disposition',
  'content-language',
  'vary',
  'cache-control',
  'etag',
  'last-modified',
  'location',
  'retry-after',
  'www-authenticate',
];
/** Headers that belong to an answer when it is given again. */
const keptHeaders = ['content-type', 'content-disposition', 'content-language', 'vary', 'etag', 'location'];

/** Passes requests on to the services that own them; those check the token again and decide who may do what. */
@ApiExcludeController()
@AnyClient()
@Controller()
export class ForwardController {
  constructor(
    private readonly upstreams: Upstreams,
    private readonly once: AnswerOnce,
    private readonly buyerKeys: BuyerKeys,
  ) {}

  @Get(patternsOf('GET'))
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.stream(request, reply);
  }

  @Delete(patternsOf('DELETE'))
  async remove(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.stream(request, reply);
  }

  @Put(patternsOf('PUT'))
  async put(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @CurrentCaller() caller: Caller) {
    await this.write(request, reply, caller);
  }

  @Post(patternsOf('POST'))
  async post(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @CurrentCaller() caller: Caller) {
    await this.write(request, reply, caller);
  }

  private async write(request: FastifyRequest, reply: FastifyReply, caller: Caller): Promise<void> {
    const required = matched(request).keyRequired === true;
    const work = async () => wholeAnswer(await this.send(request));
    sendAnswer(reply, await this.once.answer(request, caller, { required }, work));
  }

  /** Passes the answer back as it comes: a journal may be longer than memory. */
  private async stream(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const answer = await this.send(request);
    void reply.status(answer.statusCode).headers(chosen(answer.headers, passedBack));
    if (request.method === 'HEAD' || answer.statusCode === 204 || answer.statusCode === 304) {
      await answer.body.dump();
      void reply.send();
      return;
    }
    void reply.send(answer.body);
  }

  private send(request: FastifyRequest): Promise<Dispatcher.ResponseData> {
    const { service, path: pattern } = matched(request);
    const plain = {
      method: request.method,
      path: request.raw.url ?? '/',
      headers: chosen(request.headers, passedOn),
      ...(Buffer.isBuffer(request.body) ? { body: request.body } : {}),
    };
    return this.upstreams.request(service, replaceBuyers(pattern, plain, this.buyerKeys));
  }
}

function matched(request: FastifyRequest): Route {
  const route = routeOf(request.method, request.routeOptions.url ?? '');
  if (!route) throw new Problem('absent', 'no-such-route', 'There is nothing at this address');
  return route;
}

async function wholeAnswer({ statusCode, headers, body }: Dispatcher.ResponseData): Promise<Answer> {
  const names = statusCode === 429 || statusCode === 503 ? [...keptHeaders, 'retry-after'] : keptHeaders;
  return { status: statusCode, headers: chosen(headers, names), body: Buffer.from(await body.arrayBuffer()) };
}

function chosen(headers: Record<string, string | string[] | undefined>, names: string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap(name => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value] as const] : [];
    }),
  );
}
