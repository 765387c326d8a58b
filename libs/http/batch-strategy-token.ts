import type { InjectionToken } from '@nestjs/common';
import type { CustomTransportStrategy, Server } from '@nestjs/microservices';

/** The token under which a service that hears events provides how it hears them. */
export const BATCH_STRATEGY: InjectionToken<Server & CustomTransportStrategy> = Symbol.for('chuanliu.batch-strategy');
