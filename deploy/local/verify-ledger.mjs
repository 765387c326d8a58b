import { spawnSync } from 'node:child_process';
import { build, installPackages } from './build.mjs';
import { root } from './repository.mjs';
import { runningLauncher } from './running.mjs';
import { programOf } from './services.mjs';

// Builds if need be, finds the running system's database, then hands over; `npm run verify:ledger -- --help` tells more.
const say = text => process.stderr.write(`${text}\n`);
const { databaseUrl: DATABASE_URL, namespace: NAMESPACE } = runningLauncher() ?? {};
const found = DATABASE_URL && !process.env.DATABASE_URL ? { DATABASE_URL, NAMESPACE } : {};
try {
  installPackages(say);
  build(say);
  const program = programOf('settlement', 'verify-ledger/main');
  const { status } = spawnSync(process.execPath, ['--enable-source-maps', program, ...process.argv.slice(2)], {
    cwd: root,
    env: { ...process.env, ...found },
    stdio: 'inherit',
  });
  process.exitCode = status ?? 2;
} catch (fault) {
  say(fault.message);
  process.exitCode = 2;
}
