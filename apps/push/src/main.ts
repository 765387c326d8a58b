import { listening } from '@chuanliu/http/service-config';
import { startService } from '@chuanliu/http/start-service';
import { messagingSettings } from '@chuanliu/messaging/settings';
import { config, deliverySettings } from './push.config';
import { pushModule } from './push.module';

const settings = config();
void startService({
  module: pushModule(messagingSettings(settings), deliverySettings(settings)),
  service: 'push',
  ...listening(settings),
});
