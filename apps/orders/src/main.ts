import { listening } from '@chuanliu/http/service-config';
import { startService } from '@chuanliu/http/start-service';
import { messagingSettings } from '@chuanliu/messaging/settings';
import { config } from './orders.config';
import { OrdersModule } from './orders.module';

const settings = config();
void startService({
  module: OrdersModule.forRoot(messagingSettings(settings)),
  service: 'orders',
  ...listening(settings),
});
