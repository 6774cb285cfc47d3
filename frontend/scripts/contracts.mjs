// Writes the TypeScript types of the JSON Schemas in ../contracts to src/generated; with --check, fails if they differ.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { basename, dirname, join } from 'node:path';
import { compile } from 'json-schema-to-typescript';

const SCHEMAS = fileURLToPath(
  new URL('../../contracts/src/main/resources/contracts/schema/', import.meta.url),
);
const GENERATED = fileURLToPath(new URL('../src/generated/', import.meta.url));
const ENDING = '.schema.json';

/** Schemas that only hold what others refer to. */
const PARTS = new Set(['types.v1', 'messages.v1']);

/** Keywords that say nothing about a value's type. */
const ANNOTATIONS = new Set(['$schema', 'title', 'description', 'default', 'examples']);

const OPTIONS = {
  additionalProperties: false,
  bannerComment: '',
  style: { printWidth: 110, singleQuote: true },
  unknownAny: true,
  $refOptions: { resolve: { file: { read: (file) => JSON.stringify(prepared(file.url)) } } },
};

/** A schema with what the generator needs to know about values of any type and objects with any fields. */
function prepared(file) {
  return hinted(JSON.parse(readFileSync(file.startsWith('file:') ? fileURLToPath(file) : file, 'utf8')));
}

function hinted(node) {
  if (Array.isArray(node)) return node.map(hinted);
  if (node === null || typeof node !== 'object') return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, hinted(value)]));
  for (const choice of ['oneOf', 'anyOf']) if (saysOnlyWhatIsRequired(copy[choice])) delete copy[choice];
  const tsType = typeScriptType(copy);
  return tsType ? { ...copy, tsType } : copy;
}

function saysOnlyWhatIsRequired(branches) {
  return branches?.every?.((branch) => Object.keys(branch).every((key) => key === 'required'));
}

function typeScriptType(schema) {
  const keywords = Object.keys(schema).filter((key) => !ANNOTATIONS.has(key));
  const isSchema = typeof schema.description === 'string';
  if (isSchema && keywords.length === 0) return 'unknown';
  if (isSchema && keywords.length === 1 && schema.type === 'object') return 'Record<string, unknown>';
  return undefined;
}

function schemaFiles() {
  const events = readdirSync(join(SCHEMAS, 'event')).map((name) => join(SCHEMAS, 'event', name));
  return [join(SCHEMAS, `workflow-definition${ENDING}`), ...events.sort()].filter(
    (file) => file.endsWith(ENDING) && !PARTS.has(basename(file, ENDING)),
  );
}

/** `event/lead.received.v1.schema.json` becomes `lead-received.ts`. */
function moduleName(file) {
  return `${basename(file, ENDING).replace(/\.v1$/, '').replaceAll('.', '-')}.ts`;
}

async function typesOf(file) {
  const schema = prepared(file);
  const text = await compile(schema, schema.title, { ...OPTIONS, cwd: dirname(file) });
  const source = file.slice(SCHEMAS.length);
  return `// Generated from contracts/schema/${source} by "npm run contracts:generate". Do not edit.\n\n${text.trim()}\n`;
}

async function generate() {
  const modules = new Map();
  for (const file of schemaFiles()) modules.set(moduleName(file), await typesOf(file));
  return modules;
}

function existing() {
  try {
    return readdirSync(GENERATED).filter((name) => name.endsWith('.ts'));
  } catch {
    return [];
  }
}

function differences(modules) {
  const stale = existing().filter((name) => !modules.has(name));
  const changed = [...modules].filter(([name, text]) => read(name) !== text).map(([name]) => name);
  return [...stale, ...changed].sort();
}

function read(name) {
  try {
    return readFileSync(join(GENERATED, name), 'utf8');
  } catch {
    return undefined;
  }
}

function write(modules) {
  mkdirSync(GENERATED, { recursive: true });
  existing()
    .filter((name) => !modules.has(name))
    .forEach((name) => rmSync(join(GENERATED, name)));
  modules.forEach((text, name) => writeFileSync(join(GENERATED, name), text));
}

const modules = await generate();
if (process.argv.includes('--check')) {
  const different = differences(modules);
  if (different.length > 0) {
    console.error(
      `Expected src/generated to match the schemas, but these differ: ${different.join(', ')}. Run "npm run contracts:generate".`,
    );
    process.exit(1);
  }
  console.log(`${modules.size} generated modules match the schemas.`);
} else {
  write(modules);
  console.log(`Wrote ${modules.size} modules to src/generated.`);
}
