import { spawnSync } from 'node:child_process';
import { build, installPackages } from './build.mjs';
import { root } from './repository.mjs';
import { runningLauncher } from './running.mjs';
import { programOf } from './services.mjs';

const say = text => process.stderr.write(`${text}\n`);

/**
 * Builds if need be, then runs a program of a service with this process's arguments, on the running system's database;
 * what the environment says goes first. This process ends as the program does, with 2 when it could not be run.
 *
 * @param {string} service
 * @param {string} program below the service's `src`
 * @param {() => Record<string, string>} secretsOfSystem what else it is to know of a system that runs here
 */
export function handOver(service, program, secretsOfSystem = () => ({})) {
  try {
    const { databaseUrl: DATABASE_URL, namespace: NAMESPACE } = runningLauncher() ?? {};
    const found = DATABASE_URL && !process.env.DATABASE_URL ? { DATABASE_URL, NAMESPACE, ...secretsOfSystem() } : {};
    installPackages(say);
    build(say);
    const { status } = spawnSync(
      process.execPath,
      ['--enable-source-maps', programOf(service, program), ...process.argv.slice(2)],
      { cwd: root, env: { ...process.env, ...found }, stdio: 'inherit' },
    );
    process.exitCode = status ?? 2;
  } catch (fault) {
    say(fault.message);
    process.exitCode = 2;
  }
}
