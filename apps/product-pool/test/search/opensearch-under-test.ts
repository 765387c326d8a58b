import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { repositoryRoot } from '@chuanliu/testing/repository-root';

/** Whether this machine can fetch and run an OpenSearch. */
export function canRunOpensearch(): boolean {
  try {
    for (const program of ['java', 'mvn']) execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** An OpenSearch of one's own, which ends with the process that started it. */
export class OpensearchUnderTest {
  private constructor(
    private readonly process: ChildProcess,
    readonly url: string,
  ) {}

  static async start(): Promise<OpensearchUnderTest> {
    const script = join(repositoryRoot(), 'deploy/local/opensearch/serve.mjs');
    const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
    const lines = createInterface(child.stdout);
    const ended = once(child, 'exit').then(() => Promise.reject(new Error('OpenSearch did not start')));
    const [line] = (await Promise.race([once(lines, 'line'), ended])) as [string];
    ended.catch(() => undefined); // From here on it ends because it is told to.
    return new OpensearchUnderTest(child, (JSON.parse(line) as { url: string }).url);
  }

  async stop(): Promise<void> {
    const exit = once(this.process, 'exit');
    this.process.stdin!.end();
    await exit;
  }
}
