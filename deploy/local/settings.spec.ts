import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@chuanliu/testing/repository-root';
import { freshSecrets, servicesFile } from '@chuanliu/testing/service-environment';

const root = repositoryRoot();
const { environment, services } = servicesFile();
/** What only tests set. */
const forTestsAlone = ['CLOCK_AT', 'PLANTED_FAULT'];

/** What a service's config reads, but for what only tests set. */
function settingsOf(service: string): string[] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- by a name that services.json has
  const { Settings } = require(join(root, 'apps', service, 'src', `${service}.config`)) as {
    Settings: { properties: object };
  };
  return Object.keys(Settings.properties).filter(name => !forTestsAlone.includes(name));
}

/** What the launcher starts a service with. */
async function launchedWith(service: string, given: Record<string, string>): Promise<Record<string, string>> {
  const ports = Object.fromEntries(
    Object.keys(services).flatMap(name => [
      [name, 1],
      [`${name}:internal`, 2],
    ]),
  );
  const servers = { namespace: 'n_', kafkaBrokers: 'k', databaseUrl: 'd', logLevel: 'info', nodeEnv: 'production' };
  const values = { ...(await freshSecrets()), ...servers, ports };
  return told<Record<string, string>>('environmentOf', service, values, given);
}

/** What a function of the launcher's own script answers; it is no module that tests could load. */
function told<T>(name: string, ...words: unknown[]): T {
  const script = `import { ${name} } from './deploy/local/services.mjs';
    console.log(JSON.stringify(${name}(...${JSON.stringify(words)}) ?? null));`;
  const options = { cwd: root, encoding: 'utf8', stdio: 'pipe' } as const; // What a refusal prints is caught with it.
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], options)) as T;
}

/** The lines of docker-compose.yml that make up a service's environment: its own and those that all have. */
function composedFor(service: string): string {
  const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
  const shared = /^x-environment:.*?\n\n/ms.exec(text)![0];
  const own = new RegExp(`^  ${service}:\\n(?: {4}.*\\n)+`, 'm').exec(text)![0];
  return shared + own;
}

describe.each(Object.keys(services))('every setting of %s', service => {
  const decided = Object.keys({ ...environment, ...services[service]!.environment });

  it('is told of in .env.example', () => {
    const told = readFileSync(join(root, '.env.example'), 'utf8');
    const untold = settingsOf(service).filter(
      name => !new RegExp(`^#?${name}=`, 'm').test(told) && name !== 'NODE_ENV',
    );
    expect(untold).toEqual([]);
  });

  it('reaches it under npm start, unless the launcher decides it', async () => {
    const given = Object.fromEntries(settingsOf(service).map(name => [name, `given ${name}`]));
    const launched = await launchedWith(service, given);
    const open = settingsOf(service).filter(name => !decided.includes(name));
    expect(open.filter(name => launched[name] !== given[name])).toEqual([]);
    expect(decided.filter(name => launched[name] === given[name] || launched[name] === undefined)).toEqual([]);
  });

  it('can be set in docker-compose.yml, unless the image decides it', () => {
    const composed = composedFor(service);
    const image = readFileSync(join(root, 'deploy/docker/service.Dockerfile'), 'utf8');
    const missing = settingsOf(service).filter(
      name => !new RegExp(`\\b${name}: `).test(composed) && !new RegExp(`\\b${name}=`).test(image),
    );
    expect(missing).toEqual([]);
  });
});

describe('a port that the environment names', () => {
  it.each([
    ['8081', 8081],
    ['', null],
  ])('%j is %j', (text, port) => expect(told('portGiven', text, 'PORT')).toBe(port));

  it.each(['0', '65536', '80a', '1e3', '-1'])('%j is refused', text => {
    expect(() => told('portGiven', text, 'PORT')).toThrow(`${text} is no port (PORT)`);
  });
});
