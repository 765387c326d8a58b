/** `npm run doctor`: whether this machine is ready, and how what runs is. Ends with 1 when something is wrong. */
import { readCredentials } from './credentials.mjs';
import { healthOf } from './health.mjs';
import { chooseServers } from './ladder.mjs';
import { diskSpace, memory, nodeVersion, portsFree, printChecks, privateServerTools } from './preflight.mjs';
import { local } from './repository.mjs';
import { runningLauncher } from './running.mjs';
import { kafkaServes } from './servers/readiness.mjs';
import { healthPortOf, portsFrom } from './services.mjs';

const launcher = runningLauncher();
const kind = await chooseServers();

console.log('This machine');
const machine = [nodeVersion(), diskSpace(4), ...(kind === 'private' ? privateServerTools() : [])];
if (!launcher) machine.push(memory(3), await portsFree(portsFrom()));
printChecks(machine);
console.log(
  `  · Servers    ${{ named: 'named by the environment', docker: 'Docker', private: 'private processes' }[kind]} would be used`,
);

const system = launcher ? await systemChecks(launcher) : [];
if (launcher) {
  console.log(`\nThe system (launcher ${launcher.pid}, servers: ${launcher.kind})`);
  printChecks(system);
} else {
  console.log('\nThe system does not run; `npm start` starts it.');
}
process.exitCode = [...machine, ...system].every(check => check.ok) ? 0 : 1;

async function systemChecks({ ports, names, kafkaBrokers }) {
  if (!names) return [{ name: 'Start', ok: true, found: 'under way' }];
  const [host, port] = kafkaBrokers.split(',')[0].split(':');
  const kafka = await kafkaServes(Number(port), host);
  const checks = [
    {
      name: 'Kafka',
      ok: kafka,
      found: kafka ? 'serves' : 'does not answer',
      advice: `Its log: ${local('data/kafka/kafka.log')}`,
    },
  ];
  for (const name of names) {
    const { ready, told } = await healthOf(healthPortOf(name, ports));
    checks.push({ name, ok: ready, found: told, advice: `Its log: ${local('logs', `${name}.log`)}` });
  }
  checks.push(await progressCheck(ports.gateway));
  return checks;
}

/** Behind is no fault; parked events want a person. */
async function progressCheck(gatewayPort) {
  const check = { name: 'Progress', advice: 'GET /v1/exceptions?kind=parked-event lists them; replay after the fix.' };
  try {
    const baseUrl = `http://127.0.0.1:${gatewayPort}`;
    const { clientId, clientSecret } = readCredentials(local('credentials.json')).clients.operator;
    const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
    const token = await (
      await fetch(`${baseUrl}/v1/token`, { method: 'POST', body: new URLSearchParams(form) })
    ).json();
    const headers = { authorization: `Bearer ${token.access_token}` };
    const answer = await fetch(`${baseUrl}/v1/progress`, { headers });
    const { quiescent, lag, outboxRows, parked, waiting } = await answer.json();
    const found = `${quiescent ? 'quiet' : 'working'}; lag ${lag}, outbox ${outboxRows}, parked ${parked}, waiting ${waiting}`;
    return { ...check, ok: answer.ok && parked === 0, found };
  } catch (error) {
    return { ...check, ok: false, found: `cannot be asked (${error.message})`, advice: 'Look at the gateway first.' };
  }
}
