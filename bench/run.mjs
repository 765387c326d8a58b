/**
 * `npm run bench`: what a sale costs, the measured subjects one after the other. Options: see bench/README.md.
 */
import { benchOnServers } from './with-servers.mjs';

await benchOnServers('main.js');
