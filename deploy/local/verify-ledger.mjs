import { handOver } from './hand-over.mjs';

// `npm run verify:ledger -- --help` tells more.
handOver('settlement', 'verify-ledger/main');
