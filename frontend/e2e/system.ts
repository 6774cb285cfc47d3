import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Where the running system lives, found as the script finds it. */
const ROOT = resolve(import.meta.dirname, '../..');
const HOME = resolve(ROOT, process.env.AUTOMATRIX_HOME ?? '.automatrix');

/** What a file of the system's home holds; empty if there is none. */
export function inHome(name: string): string {
  const file = resolve(HOME, name);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
}
