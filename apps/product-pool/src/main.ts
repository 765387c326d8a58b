import { listening } from '@chuanliu/http/service-config';
import { startService } from '@chuanliu/http/start-service';
import { messagingSettings } from '@chuanliu/messaging/settings';
import { config, opensearchUrl, samplePolicy } from './product-pool.config';
import { takeFiles } from './offer-in-bulk/take-files';
import { productPoolModule } from './product-pool.module';

const settings = config();
void startService({
  module: productPoolModule(messagingSettings(settings), settings.PUBLIC_URL, settings.CART_TOKEN_SECRET, {
    samples: samplePolicy(settings),
    rateLockDays: settings.RATE_LOCK_DAYS,
    poolFloor: settings.POOL_FLOOR,
    opensearchUrl: opensearchUrl(settings),
  }),
  service: 'product-pool',
  prepare: takeFiles,
  ...listening(settings),
});
