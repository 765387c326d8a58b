import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isMadeAlready } from './transient-faults';

/**
 * One forward step of a schema: one DDL statement that can run again, since DDL is not transactional and a process may die
 * before it is noted that it ran. `CREATE TABLE` says IF NOT EXISTS; an ALTER is made whole or not at all, so one that
 * finds its column or key there was made before. Never edited once it has landed.
 */
export interface Migration {
  /** Milliseconds, 13 digits: orders the steps. */
  at: number;
  /** What it does: `add-order-fact`. */
  name: string;
  up: string;
}

/** A step as TypeORM runs and remembers it. */
export function asTypeOrmMigration(step: Migration): new () => MigrationInterface {
  return class {
    readonly name = `${step.name}-${step.at}`;
    async up(runner: QueryRunner): Promise<void> {
      await runner.query(step.up).catch((fault: unknown) => {
        if (!isMadeAlready(fault)) throw fault;
      });
    }
    down(): Promise<void> {
      return Promise.reject(new Error('schemas only move forward'));
    }
  };
}
