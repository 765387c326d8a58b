import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { local, root } from './repository.mjs';

/**
 * Sends the demonstration alliance's history once per data; a later start finds it there.
 *
 * @returns {Promise<boolean>} whether the demonstration's data is there
 */
export async function seedDemo({ credentialsFile, say }) {
  const program = join(root, 'dist', 'deploy', 'demo', 'seed.js');
  if (!existsSync(program)) return false;
  const marker = local('demo-seeded');
  if (existsSync(marker)) return true;
  say('sending the demonstration: partners, picks, orders, refunds');
  const code = await new Promise(resolve => {
    const child = spawn(process.execPath, [program, '--credentials', credentialsFile], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', () => resolve(1));
    child.once('exit', resolve);
  });
  if (code !== 0) {
    say('the demonstration did not finish (what it said stands above); the system runs without it');
    return false;
  }
  writeFileSync(marker, '');
  return true;
}
