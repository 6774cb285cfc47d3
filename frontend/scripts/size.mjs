// Prints the compressed JavaScript of the first load of each page, and fails above the limit.
// What a page asks for once it stands, such as the builder or a chart, is printed beside it.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT_KB = 250;
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
const compressed = new Map();

function sizeOf(file) {
  if (!compressed.has(file))
    compressed.set(file, gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length);
  return compressed.get(file);
}

function filesOf(key, seen = new Set()) {
  const chunk = manifest[key];
  if (!chunk || seen.has(chunk.file)) return seen;
  if (chunk.file.endsWith('.js')) seen.add(chunk.file);
  for (const next of chunk.imports ?? []) filesOf(next, seen);
  return seen;
}

const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
const sum = (files) => [...files].reduce((total, file) => total + sizeOf(file), 0);

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const shell = filesOf(entry);
console.log(`${kb(sum(shell))}  the shell (${[...shell].length} files)`);

const pages = (manifest[entry].dynamicImports ?? []).map((key) => {
  const files = new Set([...shell, ...filesOf(key)]);
  const asked = (manifest[key].dynamicImports ?? []).flatMap((next) => [...filesOf(next)]);
  return { key, files, later: new Set(asked.filter((file) => !files.has(file))) };
});
let worst = sum(shell);
for (const page of pages) {
  const total = sum(page.files);
  worst = Math.max(worst, total);
  const later = page.later.size ? `, then ${kb(sum(page.later)).trim()}` : '';
  console.log(`${kb(total)}  shell + ${page.key.replace('src/', '')}${later}`);
}

if (worst > LIMIT_KB * 1000) {
  console.error(
    `Expected at most ${LIMIT_KB} kB of compressed JavaScript on a first load, but it is ${kb(worst).trim()}.`,
  );
  process.exit(1);
}
console.log(`Within ${LIMIT_KB} kB on every page.`);
