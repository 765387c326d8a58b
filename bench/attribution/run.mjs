/**
 * `npm run bench:attribution`: what deciding costs with many touches stored. Options: see bench/README.md.
 */
import { benchOnServers } from '../with-servers.mjs';

// Ten million touches are some four gigabytes; a server that keeps as many has the fresh ones in memory.
await benchOnServers('attribution/main.js', '4G');
