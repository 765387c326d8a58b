import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import { Progress } from '@chuanliu/messaging/progress';
import { countWaitingEvents } from '../storage/waiting-orders';

/** Tells the service's progress how many events wait for the payment of their order. */
@Injectable()
export class CountWaitingEvents implements OnModuleInit {
  constructor(
    private readonly progress: Progress,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.progress.waiting(() => countWaitingEvents(this.database));
  }
}
