import { listening } from '@chuanliu/http/service-config';
import { startService } from '@chuanliu/http/start-service';
import { config, gatewaySettings } from './gateway.config';
import { gatewayModule } from './gateway.module';

const env = config();

void startService({ module: gatewayModule(gatewaySettings(env)), service: 'gateway', ...listening(env) });
