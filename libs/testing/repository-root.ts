import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The checkout's folder, found from the sources and from `dist` alike. */
export function repositoryRoot(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'nest-cli.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`${__dirname} lies in no checkout of this repository`);
    folder = parent;
  }
  return folder;
}
