/**
 * `npm run bench:settlement`: what a settlement run costs, and what it costs those beside it. Options: see bench/README.md.
 */
import { benchOnServers } from '../with-servers.mjs';

// A million lines with what is written of them are some two gigabytes.
await benchOnServers('settlement/main.js', '4G');
