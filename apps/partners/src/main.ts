import { listening } from '@chuanliu/http/service-config';
import { startService } from '@chuanliu/http/start-service';
import { messagingSettings } from '@chuanliu/messaging/settings';
import { config } from './partners.config';
import { partnersModule } from './partners.module';

const settings = config();
void startService({
  module: partnersModule(messagingSettings(settings), settings.PAYEE_KEY),
  service: 'partners',
  ...listening(settings),
});
