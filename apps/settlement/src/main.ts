import { listening } from '@chuanliu/http/service-config';
import { startService } from '@chuanliu/http/start-service';
import { messagingSettings } from '@chuanliu/messaging/settings';
import { takeResultFiles } from './import-bank-results/take-result-files';
import { config } from './settlement.config';
import { settlementModule } from './settlement.module';

const settings = config();
void startService({
  module: settlementModule(messagingSettings(settings), settings.PAYEE_KEY, {
    orders: settings.ORDERS_A_STEP,
    parties: settings.PARTIES_A_STEP,
  }),
  service: 'settlement',
  prepare: takeResultFiles,
  ...listening(settings),
});
