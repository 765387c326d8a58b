import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClientsModule, Transport, type MicroserviceOptions } from '@nestjs/microservices';
import { TypeOrmModule } from '@nestjs/typeorm';
import { logLevel } from 'kafkajs';
import { createConnection } from 'mysql2/promise';
import { entities } from './entities';
import { AttributionController, CommissionsController, OrdersController, SettlementController } from './stages';

const { SERVICE = '', PREFIX = '', KAFKA_BROKERS = '', DATABASE_URL = '' } = process.env;

const controllers = {
  orders: OrdersController,
  attribution: AttributionController,
  commissions: CommissionsController,
  settlement: SettlementController,
};
const service = SERVICE as keyof typeof controllers;
const client = { clientId: SERVICE, brokers: KAFKA_BROKERS.split(','), logLevel: logLevel.NOTHING };

@Module({
  imports: [
    TypeOrmModule.forRoot({
      type: 'mariadb',
      url: DATABASE_URL,
      database: `${PREFIX}${service}`,
      timezone: 'Z',
      entities: Object.values(entities[service]),
      synchronize: true,
    }),
    ClientsModule.register([
      { name: 'KAFKA', transport: Transport.KAFKA, options: { client, producerOnlyMode: true } },
    ]),
  ],
  controllers: [controllers[service]],
})
class UsualWayModule {}

/** One service as tutorials build it: the stock transport, one transaction a message, an entity saved at a time. */
async function main(): Promise<void> {
  const server = await createConnection({ uri: DATABASE_URL, database: undefined });
  await server.query(`CREATE DATABASE IF NOT EXISTS ${PREFIX}${service}`);
  await server.end();
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(UsualWayModule, {
    transport: Transport.KAFKA,
    options: {
      client,
      postfixId: '',
      consumer: { groupId: `${PREFIX}${service}`, maxWaitTimeInMs: 50 },
      subscribe: { fromBeginning: true },
    },
    logger: ['error', 'warn'],
  });
  process.on('disconnect', () => process.exit(0));
  process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
  await app.listen();
  process.send?.('ready');
}

void main();
