import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One forward step of a schema: one DDL statement, written so that it can run again (DDL is not transactional).
 * Never edited once it has landed.
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
      await runner.query(step.up);
    }
    down(): Promise<void> {
      return Promise.reject(new Error('schemas only move forward'));
    }
  };
}
