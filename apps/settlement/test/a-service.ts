import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Caller } from '@chuanliu/auth/caller';
import { createKeyPair } from '@chuanliu/auth/key-pair';
import { TokenSigner } from '@chuanliu/auth/token';
import { Clock, type StoppedClock } from '@chuanliu/http/dated-command-clock';
import { createService } from '@chuanliu/http/start-service';
import type { Tx } from '@chuanliu/database/tx';
import type { EventMeta } from '@chuanliu/messaging/on-events';
import { testServers } from '@chuanliu/testing/servers';
import { takeResultFiles } from '../src/import-bank-results/take-result-files';
import { settlementModule } from '../src/settlement.module';
import { aLedger } from './a-ledger';

export const finance = { role: 'finance', personId: 'p-1' } as const;

/** A part of the service that hears events. */
interface Hearer<D> {
  handle: (events: Array<{ data: D; meta: EventMeta }>, tx: Tx) => Promise<void>;
}

/** An event that came from nowhere in particular. */
export const asHeard = <D>(data: D): { data: D; meta: EventMeta } => ({
  data,
  meta: { eventId: '', topic: '', partition: 0, offset: 0, key: '' },
});

/**
 * The service on a ledger of its own, to be asked through its doors; it hears no events but those that it is handed.
 * @param clockAt where its clock stands; unless told it goes
 */
export async function aService({ clockAt, payeeKey }: { clockAt?: string; payeeKey?: string } = {}) {
  const ledger = await aLedger();
  const { privateJwk, jwks } = await createKeyPair();
  const signer = new TokenSigner(privateJwk);
  const { databaseUrl, kafkaBrokers } = testServers();
  const app: NestFastifyApplication = await createService({
    module: settlementModule(
      {
        databaseUrl,
        kafkaBrokers: kafkaBrokers.split(','),
        namespace: ledger.namespace,
        instance: '1',
        sessionTimeoutMs: 10_000,
        plantedFault: '',
      },
      payeeKey,
    ),
    service: 'settlement',
    trust: { jwks },
    logLevel: 'silent',
    ...(clockAt === undefined ? {} : { clockAt }),
    prepare: takeResultFiles,
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  /** Asks as finance, or as whoever is told; with a JSON body, a text, or without any. */
  async function ask(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: object | string,
    asked: Partial<Caller> = finance,
    more: Record<string, string> = {},
  ) {
    const caller: Caller = { clientId: 'c-1', role: 'finance', partyId: null, personId: null, ...asked };
    const headers = { authorization: `Bearer ${await signer.sign(caller, 60)}`, ...more };
    const answer = await app.inject({ method, url, headers, ...(body !== undefined && { payload: body }) });
    return {
      status: answer.statusCode,
      type: answer.headers['content-type'],
      text: answer.body,
      bytes: answer.rawPayload,
      // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-return -- tests know what they asked for
      json: () => answer.json<any>(),
    };
  }

  return {
    post: ledger.post,
    books: ledger,
    /** Stands where the test puts it, if it was told where to begin. */
    clock: app.get<StoppedClock>(Clock),
    database: ledger.database,
    get: (url: string, asked?: Partial<Caller>) => ask('GET', url, undefined, asked),
    ask,
    /** A part of the service. */
    part: <T>(type: Type<T>): T => app.get<T>(type),
    /** Hands events to the part that hears them, as one slice. */
    tell: <D>(hearer: Type<Hearer<D>>, ...events: D[]): Promise<void> =>
      ledger.database.transaction(tx => app.get<Hearer<D>>(hearer).handle(events.map(asHeard), tx)),
    async close(): Promise<void> {
      await app.close();
      await ledger.close();
    },
  };
}
