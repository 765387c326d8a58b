import { Database } from '@chuanliu/database/database';
import { schemaOf } from '@chuanliu/database/service-schema';
import type { GatewaySettings } from '../gateway.config';
import { allMigrations } from './migrations/all';

/** The gateway's own schema, made and brought up to date. */
export function openDatabase({ databaseUrl, namespace }: Pick<GatewaySettings, 'databaseUrl' | 'namespace'>) {
  return Database.open({
    url: databaseUrl,
    schema: schemaOf(namespace, 'gateway'),
    migrations: allMigrations,
    poolSize: 10,
  });
}
