import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The password belongs to the data beside it: made with it once, readable by its owner alone. */
export function passwordKeptIn(dir) {
  mkdirSync(dir, { recursive: true });
  const file = join(dir, 'database-password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}
