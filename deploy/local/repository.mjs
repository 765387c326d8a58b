import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Everything the launcher makes: data, logs, secrets, programs. Safe to delete while nothing runs. */
export const local = (...path) => join(root, '.local', ...path);
