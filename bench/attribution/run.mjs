/**
 * `npm run bench:attribution`: what deciding costs with many touches stored. Options: see bench/README.md.
 */
import { benchOnServers } from '../with-servers.mjs';

await benchOnServers('attribution/main.js');
