import { listening } from '@chuanliu/http/service-config';
import { startService } from '@chuanliu/http/start-service';
import { messagingSettings } from '@chuanliu/messaging/settings';
import { config } from './commissions.config';
import { CommissionsModule } from './commissions.module';

const settings = config();
void startService({
  module: CommissionsModule.forRoot(messagingSettings(settings)),
  service: 'commissions',
  ...listening(settings),
});
