import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { local, root } from './repository.mjs';
import { programOf, serviceNames } from './services.mjs';

/** Installs the packages unless those of the lock file are there, whoever installed them. */
export function installPackages(say) {
  if (packagesAreThere()) return;
  say('installing packages (npm ci)');
  const { status } = spawnSync('npm', ['ci', '--no-progress'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error('npm ci failed; what it said stands above.');
}

/** npm keeps a list of what it installed; optional packages may be missing from it on this platform. */
function packagesAreThere() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const packagesIn = file => JSON.parse(readFileSync(file, 'utf8')).packages;
  const present = packagesIn(installed);
  return Object.entries(packagesIn(join(root, 'package-lock.json'))).every(
    ([path, wanted]) => path === '' || wanted.optional || present[path]?.version === wanted.version,
  );
}

/** Builds all services at once, and the client's package, when a source changed. */
export function build(say) {
  const inputs = ['apps', 'libs', 'deploy', 'bench', 'clients/typescript/src']
    .flatMap(folder => filesBelow(join(root, folder)))
    .filter(file => !file.startsWith(join(root, 'bench', 'results'))); // Every run of a bench writes there.
  const settings = ['nest-cli.json', 'tsconfig.json', 'tsconfig.base.json', 'package-lock.json'];
  const hash = hashOf([...inputs, ...settings.map(name => join(root, name))]);
  const marker = local('built');
  const isBuilt = serviceNames.every(name => existsSync(programOf(name))) && existsSync(clientProgram);
  if (isBuilt && existsSync(marker) && readFileSync(marker, 'utf8') === hash) return;
  say('building the services');
  runTool(join('@nestjs', 'cli', 'bin', 'nest.js'), 'build', 'gateway');
  runTool(join('typescript', 'bin', 'tsc'), '-p', 'clients/typescript');
  mkdirSync(local(), { recursive: true });
  writeFileSync(marker, hash);
}

const clientProgram = join(root, 'clients', 'typescript', 'dist', 'index.js');

function runTool(tool, ...words) {
  const program = join(root, 'node_modules', tool);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build failed:\n${stdout}${stderr}`);
}

/** The services whose program exists. */
export const builtServices = () => serviceNames.filter(name => existsSync(programOf(name)));

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** By content, not by time: a checkout that switches back and forth finds its build again. */
function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) continue;
    hash.update(`${file}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}
