/**
 * `npm run bench:pool`: what the product pool does with two hundred thousand products. Options: see bench/README.md.
 */
import { benchOnServers } from '../with-servers.mjs';

await benchOnServers('pool/main.js');
