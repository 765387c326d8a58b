import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endLeftover, startChild } from './child-process.mjs';
import { isPortFree, mariadbGreets, waitUntilReady } from './readiness.mjs';

const systemTables = [
  'mysql_system_tables.sql',
  'mysql_performance_tables.sql',
  'mysql_system_tables_data.sql',
  'maria_add_gis_sp_bootstrap.sql',
];

/**
 * Starts a private MariaDB on loopback, with durable commits as in production.
 *
 * @param {{programs: {mariadbd: string, share: string, basedir: string}, dir: string, port: number,
 *   user: string, password: string, bufferPool: string, logFileSize: string}} what
 */
export async function startMariadb({ programs, dir, port, user, password, bufferPool, logFileSize, onExit }) {
  mkdirSync(dir, { recursive: true });
  const pidFile = join(dir, 'mariadb.pid');
  await endLeftover(pidFile, 'MariaDB');
  if (!(await isPortFree(port))) throw new Error(`Port ${port}, wanted for MariaDB, is taken by another program.`);
  const data = join(dir, 'data');
  const common = commonOptions(programs, data);
  const log = join(dir, 'mariadb.log');
  // The marker is written last: a folder without it was left by an interrupted start and holds nothing yet.
  const initialised = join(dir, 'initialised');
  if (!existsSync(initialised)) {
    rmSync(data, { recursive: true, force: true });
    mkdirSync(data, { recursive: true });
    await bootstrap(programs, common, bootstrapSql(programs, user, password), log);
    writeFileSync(initialised, '');
  }

  const child = startChild({
    command: programs.mariadbd,
    args: [
      ...common,
      '--socket=mariadb.sock', // Beneath the data folder; a full path may be too long for a socket.
      `--pid-file=${join(dir, 'mariadbd.pid')}`,
      '--bind-address=127.0.0.1',
      `--port=${port}`,
      '--skip-name-resolve',
      '--character-set-server=utf8mb4',
      '--collation-server=utf8mb4_bin',
      '--default-time-zone=+00:00',
      '--transaction-isolation=READ-COMMITTED',
      '--max-connections=500',
      '--max-allowed-packet=64M',
      `--innodb-buffer-pool-size=${bufferPool}`,
      `--innodb-log-file-size=${logFileSize}`,
      `--log-error=${log}`,
    ],
    cwd: dir,
    log,
    pidFile,
    onExit,
  });
  try {
    await waitUntilReady({ name: 'MariaDB', child, log, probe: () => mariadbGreets(port) });
  } catch (error) {
    await child.stop(2_000);
    throw error;
  }
  return child;
}

function commonOptions({ basedir, share }, data) {
  return [
    '--no-defaults',
    `--basedir=${basedir}`,
    `--datadir=${data}`,
    `--lc-messages-dir=${share}`,
    `--character-sets-dir=${join(share, 'charsets')}`,
    // mariadbd refuses root unless told; in a container root is often all there is.
    ...(process.getuid?.() === 0 ? ['--user=root'] : []),
  ];
}

/** The server's own tables and one user; FLUSH comes before the grants, since a bootstrap loads none. */
function bootstrapSql({ share }, user, password) {
  const account = `'${user}'@'127.0.0.1'`;
  return [
    // A bootstrap takes one statement a line.
    'CREATE DATABASE mysql;',
    'USE mysql;',
    'SET @auth_root_socket=NULL;',
    ...systemTables.map(file => readFileSync(join(share, file), 'utf8')),
    'FLUSH PRIVILEGES;',
    `ALTER USER root@localhost IDENTIFIED BY '${password}';`,
    `CREATE USER ${account} IDENTIFIED BY '${password}';`,
    `GRANT ALL PRIVILEGES ON *.* TO ${account} WITH GRANT OPTION;`,
    '',
  ].join('\n');
}

function bootstrap({ mariadbd }, common, sql, log) {
  const options = ['--bootstrap', '--enforce-storage-engine=', '--max-allowed-packet=8M', '--net-buffer-length=16K'];
  return new Promise((resolve, reject) => {
    const child = spawn(mariadbd, [...common, ...options], { stdio: ['pipe', 'pipe', 'pipe'] });
    let told = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', text => (told += text));
    child.once('error', reject);
    child.once('close', code => {
      writeFileSync(log, told);
      if (code === 0 && !/^ERROR/m.test(told)) resolve();
      else reject(new Error(`MariaDB could not create its tables (exit code ${code}).\n${told.slice(-2_000)}`));
    });
    child.stdin.on('error', () => {}); // It ended early: its exit code tells.
    child.stdin.end(sql);
  });
}
