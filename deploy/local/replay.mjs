import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, installPackages } from './build.mjs';
import { local, root } from './repository.mjs';

// Builds if need be, then hands everything over; `npm run replay -- --help` tells what it can do.
const say = text => process.stderr.write(`${text}\n`);
const given = process.argv.slice(2);
const named = given.some(word => word.startsWith('--credentials'));
try {
  installPackages(say);
  build(say);
  const program = join(root, 'dist', 'deploy', 'replay', 'main.js');
  const credentials = named ? [] : ['--credentials', local('credentials.json')];
  const { status } = spawnSync(process.execPath, ['--enable-source-maps', program, ...credentials, ...given], {
    cwd: process.env.INIT_CWD ?? root, // Files are named from where the caller stands.
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} catch (fault) {
  say(fault.message);
  process.exitCode = 1;
}
