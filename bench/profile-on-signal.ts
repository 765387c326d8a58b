import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';

/**
 * Loaded before a service: the signal WINCH starts a CPU profile, the next one ends it and writes
 * `PROFILE_NAME-{milliseconds}.cpuprofile`. (Nest takes USR2 for a reason to shut down.)
 */
const session = new Session();
session.connect();
let running = false;

process.on('SIGWINCH', () => {
  if (!running) {
    running = true;
    session.post('Profiler.enable', () => session.post('Profiler.start'));
    return;
  }
  running = false;
  session.post('Profiler.stop', (fault, answer) => {
    if (!fault) writeFileSync(`${process.env.PROFILE_NAME}-${Date.now()}.cpuprofile`, JSON.stringify(answer.profile));
  });
});
