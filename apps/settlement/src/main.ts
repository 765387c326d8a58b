import { listening } from '@chuanliu/http/service-config';
import { startService } from '@chuanliu/http/start-service';
import { messagingSettings } from '@chuanliu/messaging/settings';
import { config } from './settlement.config';
import { settlementModule } from './settlement.module';

const settings = config();
void startService({
  module: settlementModule(messagingSettings(settings)),
  service: 'settlement',
  ...listening(settings),
});
