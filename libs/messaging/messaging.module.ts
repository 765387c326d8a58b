import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService, MetadataScanner } from '@nestjs/core';
import { Database } from '@chuanliu/database/database';
import { schemaOf } from '@chuanliu/database/service-schema';
import { BATCH_STRATEGY } from '@chuanliu/http/batch-strategy-token';
import { Readiness } from '@chuanliu/observability/readiness';
import { Arrivals } from './arrivals';
import { BatchStrategy } from './batch-strategy';
import { DueWork } from './due-work';
import { ForgetOldEvents } from './forget-old-events';
import { MessagingController } from './messaging.controller';
import { messagingMigrations } from './migrations';
import { NowAndThen } from './now-and-then';
import { Outbox } from './outbox';
import { ParkedEvents } from './parked-events';
import { PlantedFaults } from './planted-faults';
import { Progress } from './progress';
import { Relay } from './relay';
import { ReplayParked } from './replay-parked';
import type { MessagingOptions } from './settings';
import { SliceRunner } from './slice';
import { StrandedPositions } from './stranded-positions';
import { Watchdog } from './watchdog';

/** Everything a service needs to hear and to say events, and its database, migrated. Global: import it once. */
@Global()
@Module({})
export class MessagingModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  static forRoot(options: MessagingOptions): DynamicModule {
    const { settings, service } = options;
    return {
      module: MessagingModule,
      imports: [DiscoveryModule],
      controllers: [MessagingController],
      providers: [
        {
          provide: Database,
          useFactory: () =>
            Database.open({
              url: settings.databaseUrl,
              schema: schemaOf(settings.namespace, service),
              migrations: [...messagingMigrations, ...options.migrations],
              poolSize: options.poolSize,
            }),
        },
        { provide: PlantedFaults, useFactory: () => PlantedFaults.from(settings.plantedFault, process.env.NODE_ENV) },
        Outbox,
        ParkedEvents,
        {
          provide: Relay,
          useFactory: (...[db, outbox, faults]: [Database, Outbox, PlantedFaults]) =>
            new Relay(db, outbox, options, faults),
          inject: [Database, Outbox, PlantedFaults],
        },
        {
          provide: Progress,
          useFactory: (db: Database, parked: ParkedEvents) => new Progress(options, db, parked),
          inject: [Database, ParkedEvents],
        },
        {
          provide: Watchdog,
          useFactory: (progress: Progress, readiness: Readiness) => new Watchdog(progress, readiness),
          inject: [Progress, Readiness],
        },
        {
          provide: StrandedPositions,
          useFactory: (db: Database, progress: Progress, readiness: Readiness) =>
            new StrandedPositions(options, db, progress, readiness),
          inject: [Database, Progress, Readiness],
        },
        Arrivals,
        SliceRunner,
        DueWork,
        NowAndThen,
        ForgetOldEvents,
        {
          provide: BatchStrategy,
          useFactory: (
            ...[db, slices, parked, watchdog, stranded, discovery, scanner]: [
              Database,
              SliceRunner,
              ParkedEvents,
              Watchdog,
              StrandedPositions,
              DiscoveryService,
              MetadataScanner,
            ]
          ) => new BatchStrategy(options, db, slices, parked, watchdog, stranded, discovery, scanner),
          inject: [Database, SliceRunner, ParkedEvents, Watchdog, StrandedPositions, DiscoveryService, MetadataScanner],
        },
        { provide: BATCH_STRATEGY, useExisting: BatchStrategy },
        {
          provide: ReplayParked,
          useFactory: (...[db, strategy, parked, faults]: [Database, BatchStrategy, ParkedEvents, PlantedFaults]) =>
            new ReplayParked(db, strategy, parked, faults, options),
          inject: [Database, BatchStrategy, ParkedEvents, PlantedFaults],
        },
      ],
      exports: [Database, Outbox, Arrivals, DueWork, NowAndThen, Progress, ParkedEvents, BATCH_STRATEGY],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
