import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClientsModule, Transport, type MicroserviceOptions } from '@nestjs/microservices';
import { TypeOrmModule } from '@nestjs/typeorm';
import { logLevel } from 'kafkajs';
import { createConnection } from 'mysql2/promise';
import { DecideOrderController } from './decide-order.controller';
import { accountEntity, candidateEntity, lineEntity, pickEntity, touchEntity } from './entities';

const { PREFIX = '', KAFKA_BROKERS = '', DATABASE_URL = '' } = process.env;
const client = { clientId: 'usual-way', brokers: KAFKA_BROKERS.split(','), logLevel: logLevel.NOTHING };
const schema = `${PREFIX}attribution`;

@Module({
  imports: [
    TypeOrmModule.forRoot({
      type: 'mariadb',
      url: DATABASE_URL,
      database: schema,
      timezone: 'Z',
      entities: [touchEntity, pickEntity, accountEntity, lineEntity, candidateEntity],
      synchronize: true,
    }),
    ClientsModule.register([
      { name: 'KAFKA', transport: Transport.KAFKA, options: { client, producerOnlyMode: true } },
    ]),
  ],
  controllers: [DecideOrderController],
})
class UsualWayModule {}

async function main(): Promise<void> {
  const server = await createConnection({ uri: DATABASE_URL, database: undefined });
  await server.query(`CREATE DATABASE IF NOT EXISTS ${schema}`);
  await server.end();
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(UsualWayModule, {
    transport: Transport.KAFKA,
    options: {
      client,
      postfixId: '',
      consumer: { groupId: schema, maxWaitTimeInMs: 50 },
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
