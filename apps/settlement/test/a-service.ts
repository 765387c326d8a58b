import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Caller } from '@chuanliu/auth/caller';
import { createKeyPair } from '@chuanliu/auth/key-pair';
import { TokenSigner } from '@chuanliu/auth/token';
import { Clock, type StoppedClock } from '@chuanliu/http/dated-command-clock';
import { createService } from '@chuanliu/http/start-service';
import { testServers } from '@chuanliu/testing/servers';
import { settlementModule } from '../src/settlement.module';
import { aLedger } from './a-ledger';

export const finance = { role: 'finance', personId: 'p-1' } as const;

/** The service on a ledger of its own, to be asked through its doors; it hears no events. */
export async function aService({ clockAt }: { clockAt?: string } = {}) {
  const ledger = await aLedger();
  const { privateJwk, jwks } = await createKeyPair();
  const signer = new TokenSigner(privateJwk);
  const { databaseUrl, kafkaBrokers } = testServers();
  const app: NestFastifyApplication = await createService({
    module: settlementModule({
      databaseUrl,
      kafkaBrokers: kafkaBrokers.split(','),
      namespace: ledger.namespace,
      instance: '1',
      sessionTimeoutMs: 10_000,
      plantedFault: '',
    }),
    service: 'settlement',
    trust: { jwks },
    logLevel: 'silent',
    ...(clockAt === undefined ? {} : { clockAt }),
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  /** Asks as finance, or as whoever is told; with a JSON body, or without any. */
  async function ask(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: object,
    asked: Partial<Caller> = finance,
  ) {
    const caller: Caller = { clientId: 'c-1', role: 'finance', partyId: null, personId: null, ...asked };
    const headers = { authorization: `Bearer ${await signer.sign(caller, 60)}` };
    const answer = await app.inject({ method, url, headers, ...(body && { payload: body }) });
    return {
      status: answer.statusCode,
      type: answer.headers['content-type'],
      text: answer.body,
      // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-return -- tests know what they asked for
      json: () => answer.json<any>(),
    };
  }

  return {
    post: ledger.post,
    books: ledger,
    /** Stands where the test puts it, if it was told where to begin. */
    clock: app.get(Clock) as StoppedClock,
    database: ledger.database,
    get: (url: string, asked?: Partial<Caller>) => ask('GET', url, undefined, asked),
    ask,
    async close(): Promise<void> {
      await app.close();
      await ledger.close();
    },
  };
}
