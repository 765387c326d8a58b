import { NestFactory } from '@nestjs/core';
import type { DynamicModule } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { describeService } from '@chuanliu/http/openapi';
import { ServiceModule } from '@chuanliu/http/service.module';
import type { MessagingSettings } from '@chuanliu/messaging/settings';
import { attributionModule } from '../../apps/attribution/src/attribution.module';
import { CommissionsModule } from '../../apps/commissions/src/commissions.module';
import { mergeDocuments } from '../../apps/gateway/src/describe-api/merge-documents';
import { upstreamNames, type GatewaySettings, type UpstreamName } from '../../apps/gateway/src/gateway.config';
import { gatewayModule } from '../../apps/gateway/src/gateway.module';
import { OrdersModule } from '../../apps/orders/src/orders.module';
import { partnersModule } from '../../apps/partners/src/partners.module';
import { productPoolModule } from '../../apps/product-pool/src/product-pool.module';
import { pushModule } from '../../apps/push/src/push.module';
import { settlementModule } from '../../apps/settlement/src/settlement.module';

// Nothing is connected or listened to: what these would say is never asked.
const nowhere: MessagingSettings = {
  databaseUrl: 'mysql://nobody@127.0.0.1:1',
  kafkaBrokers: ['127.0.0.1:1'],
  namespace: 'description_',
  instance: 'description',
  sessionTimeoutMs: 10_000,
  plantedFault: '',
};

const strict = { besidePublic: 'no' as const, allowHttp: false, ports: undefined };

const upstreams: Record<UpstreamName, () => DynamicModule> = {
  orders: () => OrdersModule.forRoot(nowhere),
  partners: () => partnersModule(nowhere, ''),
  'product-pool': () => productPoolModule(nowhere, '', ''),
  attribution: () => attributionModule(nowhere),
  commissions: () => CommissionsModule.forRoot(nowhere),
  settlement: () => settlementModule(nowhere),
  push: () => pushModule(nowhere, { targets: strict, secretKey: undefined, mostInFlight: 1 }),
};

/** What `/openapi.json` of a running system says, told by the services' controllers alone: no server is needed. */
export async function describeWholeApi(): Promise<OpenAPIObject> {
  const own = await descriptionOf('gateway', gatewayModule({} as GatewaySettings));
  const documents: Array<{ service: UpstreamName; document: OpenAPIObject }> = [];
  for (const service of upstreamNames)
    documents.push({ service, document: await descriptionOf(service, upstreams[service]()) });
  return mergeDocuments(own, documents);
}

async function descriptionOf(service: string, module: DynamicModule): Promise<OpenAPIObject> {
  const root = ServiceModule.around({ module, service, trust: {}, logLevel: 'silent' });
  // In a preview Nest makes no provider: no connection is opened, no timer started.
  const app = await NestFactory.create<NestFastifyApplication>(root, new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  return describeService(app, service);
}
