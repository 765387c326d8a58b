import { Module } from '@nestjs/common';
import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import { BATCH_STRATEGY } from './batch-strategy-token';
import { createService } from './start-service';

const heard: string[] = [];

class Ear extends Server implements CustomTransportStrategy {
  listen(ready: () => void): void {
    heard.push('listening');
    ready();
  }

  close(): void {
    heard.push('closed');
  }

  on(): void {}

  unwrap<T>(): T {
    return undefined as T;
  }
}

@Module({ providers: [{ provide: BATCH_STRATEGY, useValue: new Ear() }] })
class HearingModule {}

@Module({})
class DeafModule {}

it('connects a service to its events, if it hears any, and lets go of them when it stops', async () => {
  const app = await createService({ module: HearingModule, service: 'hearing', logLevel: 'silent' });
  await app.init();
  await app.startAllMicroservices();
  expect(heard).toEqual(['listening']);
  await app.close();
  expect(heard).toEqual(['listening', 'closed']);

  const deaf = await createService({ module: DeafModule, service: 'deaf', logLevel: 'silent' });
  expect(deaf.getMicroservices()).toEqual([]);
  await deaf.close();
});

it('lets a service add what must be there before the first request; by itself it reads JSON alone', async () => {
  const app = await createService({
    module: DeafModule,
    service: 'raw',
    logLevel: 'silent',
    prepare: created => {
      created.useBodyParser('application/x-ndjson', { bodyLimit: 10 });
    },
  });
  await app.init();
  const fastify = app.getHttpAdapter().getInstance();
  const types = ['application/x-ndjson', 'application/json', 'application/x-www-form-urlencoded', 'text/plain'];
  expect(types.filter(type => fastify.hasContentTypeParser(type))).toEqual([
    'application/x-ndjson',
    'application/json',
  ]);
  await app.close();
});
