import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Caller } from '@chuanliu/auth/caller';
import { createKeyPair } from '@chuanliu/auth/key-pair';
import { TokenSigner } from '@chuanliu/auth/token';
import { createService } from '@chuanliu/http/start-service';
import { testServers } from '@chuanliu/testing/servers';
import { settlementModule } from '../src/settlement.module';
import { aLedger } from './a-ledger';

export const finance = { role: 'finance', personId: 'p-1' } as const;

/** The service on a ledger of its own, to be asked through its doors; it hears no events. */
export async function aService() {
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
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    post: ledger.post,
    database: ledger.database,
    async get(url: string, asked: Partial<Caller> = finance) {
      const caller: Caller = { clientId: 'c-1', role: 'finance', partyId: null, personId: null, ...asked };
      const answer = await app.inject({ url, headers: { authorization: `Bearer ${await signer.sign(caller, 60)}` } });
      return {
        status: answer.statusCode,
        type: answer.headers['content-type'],
        text: answer.body,
        // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-return -- tests know what they asked for
        json: () => answer.json<any>(),
      };
    },
    async close(): Promise<void> {
      await app.close();
      await ledger.close();
    },
  };
}
