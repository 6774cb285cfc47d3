import { categoryOf } from '@/components/graph/model/graph';
import { handlesOf } from './handles';
import type { WaysOf } from './geometry';
import type { StepType } from '@/lib/api-types';
import { isObject, type JsonObject, type JsonValue } from '@/lib/json';

/** The step types by their names. */
export type Catalogue = ReadonlyMap<string, StepType>;

export function catalogueOf(types: readonly StepType[]): Catalogue {
  return new Map(types.map((type) => [type.type, type]));
}

export function waysIn(catalogue: Catalogue): WaysOf {
  return (node) => handlesOf(node, catalogue.get(node.type)).filter((handle) => !handle.isError).length;
}

/** Kinds of steps whose example settings do no harm if somebody forgets to change them. */
const HARMLESS = new Set(['flow', 'data', 'human']);

/** What a new step starts with: defaults, and such examples as hold no expression and reach nobody. */
export function initialConfig(type: StepType): JsonObject {
  const { properties, required, minProperties } = type.configSchema;
  const example = isObject(type.example) && HARMLESS.has(categoryOf(type.type, type)) ? type.example : {};
  const needed = Array.isArray(required) ? required : [];
  const config: JsonObject = {};
  for (const [name, schema] of Object.entries(isObject(properties) ? properties : {})) {
    const value = isObject(schema) && schema.default !== undefined ? schema.default : example[name];
    if (needed.includes(name) && value !== undefined && !hasExpression(value)) config[name] = value;
  }
  if (Object.keys(config).length === 0 && minProperties !== undefined && !hasExpression(example))
    return { ...example };
  return config;
}

function hasExpression(value: JsonValue): boolean {
  return JSON.stringify(value).includes('{{');
}

export interface PaletteGroup {
  category: string;
  types: StepType[];
}

const ORDER = ['flow', 'human', 'message', 'ai', 'automotive', 'data', 'external'];
const HIDDEN = new Set(['bench']);

/** The step types to choose from, grouped, those first whose title fits what is searched. */
export function paletteOf(types: readonly StepType[], query: string): PaletteGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<string, StepType[]>();
  for (const type of types) {
    const category = categoryOf(type.type, type);
    if (HIDDEN.has(category) || !words.every((word) => textOf(type).includes(word))) continue;
    groups.set(category, [...(groups.get(category) ?? []), type]);
  }
  const place = (category: string) => (ORDER.includes(category) ? ORDER.indexOf(category) : ORDER.length);
  return [...groups]
    .map(([category, found]) => ({ category, types: byTitle(found, words[0]) }))
    .sort((a, b) => place(a.category) - place(b.category));
}

function byTitle(types: StepType[], word: string | undefined): StepType[] {
  if (word === undefined) return types;
  const rank = (type: StepType) => (type.title.toLowerCase().includes(word) ? 0 : 1);
  return [...types].sort((a, b) => rank(a) - rank(b));
}

function textOf({ type, title, description }: StepType): string {
  return `${title} ${description} ${type}`.toLowerCase();
}
