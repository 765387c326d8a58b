import { listening } from '@chuanliu/http/service-config';
import { startService } from '@chuanliu/http/start-service';
import { messagingSettings } from '@chuanliu/messaging/settings';
import { config, timesIn } from './attribution.config';
import { attributionModule } from './attribution.module';

const settings = config();
void startService({
  module: attributionModule(messagingSettings(settings), timesIn(settings)),
  service: 'attribution',
  ...listening(settings),
});
