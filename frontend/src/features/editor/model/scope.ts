import type { EventType, StepType } from '@/lib/api-types';
import type { Trigger, WorkflowDefinition, WorkflowNode } from '@/lib/definition';
import {
  entryOf,
  findEntry,
  group,
  named,
  schemaOf,
  type ScopeEntry,
} from '@/components/expression/model/scope-tree';
import type { JsonObject, JsonValue } from '@/lib/json';
import { isObject } from '@/lib/json';
import { nodesInScope, loopsAround } from './upstream';
import { outputSchemaOf, type Shapes } from './output-schema';

/** What the analysis knows besides the definition. */
export interface Catalogue {
  stepTypes: readonly StepType[];
  eventTypes: readonly EventType[];
}

/**
 * What an expression can name at a place: a step's settings, or, without a step, those of the whole workflow.
 * `pointer` is into the step's config, since some fields look at an event instead of the execution.
 */
export function scopeOf(
  definition: WorkflowDefinition,
  catalogue: Catalogue,
  nodeId: string | null,
  pointer = '',
): ScopeEntry[] {
  const input = entryOf(inputSchemaOf(definition, catalogue), 'input', 'input');
  if (nodeId === null) return [input, VARS];
  const node = definition.nodes.find((one) => one.id === nodeId);
  if (!node) return [input, WORKFLOW, EXECUTION, VARS];
  if (node.type === 'flow.waitForEvent' && /^\/(correlation\/event|filter)$/.test(pointer)) {
    return eventScope(eventTypeOf(node), catalogue);
  }
  const shapes = shapesOf(definition, catalogue, input);
  const steps = nodesInScope(definition, node, pointer).map((one) => stepEntry(one, shapes, catalogue));
  const items = loopsAround(definition, node, pointer).flatMap((loop) => loopEntries(loop, shapes));
  return [
    input,
    ...(steps.length > 0 ? [group('steps', 'steps', steps, 'What the steps before gave.')] : []),
    ...items,
    WORKFLOW,
    EXECUTION,
    VARS,
  ];
}

/** The schema of what a step gives. */
export function outputOf(
  definition: WorkflowDefinition,
  catalogue: Catalogue,
  node: WorkflowNode,
): JsonObject {
  const input = entryOf(inputSchemaOf(definition, catalogue), 'input', 'input');
  return shapesOf(definition, catalogue, input).of(node);
}

/** What the filter of a trigger, and what else it has, can name. */
export function triggerScope(trigger: Trigger, catalogue: Catalogue): ScopeEntry[] {
  if (trigger.type === 'event') return eventScope(trigger.eventType, catalogue);
  if (trigger.type === 'webhook') return [entryOf({}, 'input', 'input'), REQUEST];
  return [VARS];
}

function eventScope(eventType: string | null, { eventTypes }: Catalogue): ScopeEntry[] {
  const known = eventTypes.find((one) => one.type === eventType);
  return [entryOf(known ? withExample(known) : {}, 'input', 'input'), EVENT];
}

function eventTypeOf(node: WorkflowNode): string | null {
  const correlation = (node.config as JsonObject | undefined)?.correlation;
  return isObject(correlation) && typeof correlation.eventType === 'string' ? correlation.eventType : null;
}

/** The declared schema, with the fields of the events that start the workflow where it says nothing. */
export function inputSchemaOf(definition: WorkflowDefinition, { eventTypes }: Catalogue): JsonObject {
  const declared = (definition.input ?? {}) as JsonObject;
  const events = (definition.triggers ?? []).flatMap((trigger) =>
    trigger.type === 'event' ? eventTypes.filter((one) => one.type === trigger.eventType) : [],
  );
  const properties = Object.assign(
    {},
    ...events.map((one) => propertiesOf(withExample(one))),
    propertiesOf(declared),
  ) as JsonObject;
  return { ...declared, type: 'object', properties };
}

/** An event's schema may refer to its own definitions, so that they are put in its place. */
function withExample(event: EventType): JsonObject {
  return { ...event.schema, examples: [event.example] };
}

function propertiesOf(schema: JsonObject): JsonObject {
  const example = Array.isArray(schema.examples) ? schema.examples[0] : undefined;
  const properties = isObject(schema.properties) ? schema.properties : {};
  return Object.fromEntries(
    Object.entries(properties).map(([key, property]) => [
      key,
      isObject(property) ? inlined(property, schema, isObject(example) ? example[key] : undefined) : property,
    ]),
  );
}

function inlined(property: JsonObject, root: JsonObject, example: JsonValue): JsonObject {
  const examples = example === undefined || property.examples !== undefined ? {} : { examples: [example] };
  return { ...(dereferenced(property, root, 0) as JsonObject), ...examples };
}

const MOST_REFERENCES = 12;

function dereferenced(schema: JsonValue, root: JsonObject, depth: number): JsonValue {
  if (depth > MOST_REFERENCES) return {};
  if (Array.isArray(schema)) return schema.map((one) => dereferenced(one, root, depth + 1));
  if (!isObject(schema)) return schema;
  if (typeof schema.$ref === 'string' && schema.$ref.startsWith('#/')) {
    const target = schema.$ref
      .slice(2)
      .split('/')
      .reduce<JsonValue>((at, part) => (isObject(at) ? at[part] : undefined), root);
    const { $ref: _, ...rest } = schema;
    return { ...(dereferenced(target, root, depth + 1) as JsonObject | undefined), ...rest };
  }
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === 'examples' || key === 'enum' ? value : dereferenced(value, root, depth + 1),
    ]),
  );
}

function shapesOf(definition: WorkflowDefinition, catalogue: Catalogue, input: ScopeEntry): Shapes {
  const known = new Map<string, JsonObject>();
  const inProgress = new Set<string>();
  const shapes: Shapes = {
    catalogue,
    definition,
    of: (node) => {
      const held = known.get(node.id);
      if (held) return held;
      if (inProgress.has(node.id)) return {};
      inProgress.add(node.id);
      const schema = outputSchemaOf(node, shapes);
      inProgress.delete(node.id);
      known.set(node.id, schema);
      return schema;
    },
    at: (node, pointer, parts) => {
      const [root, id, what, ...rest] = parts;
      if (root === 'steps' && what === 'output') {
        const source = definition.nodes.find((one) => one.id === id);
        return source
          ? findEntry([entryOf(shapes.of(source), 'output', 'output')], ['output', ...rest])
          : null;
      }
      const loops = root === 'item' ? loopsAround(definition, node, pointer) : [];
      return findEntry([input, VARS, ...loops.flatMap((loop) => loopEntries(loop, shapes))], parts);
    },
  };
  return shapes;
}

function stepEntry(node: WorkflowNode, shapes: Shapes, { stepTypes }: Catalogue): ScopeEntry {
  const path = `steps.${named(node.id)}`;
  const type = stepTypes.find((one) => one.type === node.type);
  const output = entryOf(shapes.of(node), 'output', `${path}.output`);
  const error = type?.handles.includes('error') ? [entryOf(ERROR, 'error', `${path}.error`)] : [];
  return {
    ...group(node.id, path, [output, ...error], node.description ?? type?.description ?? ''),
    title: node.name ?? type?.title ?? null,
  };
}

function loopEntries(loop: WorkflowNode, shapes: Shapes): ScopeEntry[] {
  const list = itemsOf(loop, shapes);
  const item: ScopeEntry = { ...entryOf(list, 'item', 'item'), description: 'The item of this round.' };
  return [item, entryOf(INDEX, 'index', 'index')];
}

function itemsOf(loop: WorkflowNode, shapes: Shapes): JsonObject {
  const items = (loop.config as JsonObject | undefined)?.items;
  const path = typeof items === 'string' ? /^\{\{\s*([\w.`[\]-]+)\s*\}\}$/.exec(items)?.[1] : undefined;
  if (path === undefined)
    return Array.isArray(items) && items[0] !== undefined ? { examples: [items[0]] } : {};
  const entry = shapes.at(
    loop,
    '',
    path
      .replaceAll('`', '')
      .replace(/\[\d+\]/g, '')
      .split('.'),
  );
  if (!entry) return {};
  const properties = Object.fromEntries(entry.children.map((child) => [child.name, schemaOf(child)]));
  const sample = Array.isArray(entry.sample) ? entry.sample[0] : undefined;
  return {
    ...(Object.keys(properties).length > 0 ? { type: 'object', properties } : {}),
    ...(sample === undefined ? {} : { examples: [sample] }),
  };
}

const text = (description: string, example: string): JsonObject => ({
  type: 'string',
  description,
  examples: [example],
});

const INDEX: JsonObject = { type: 'integer', description: 'Which round it is, from 0.', examples: [0] };

const ERROR: JsonObject = {
  type: 'object',
  description: 'Why the step failed, if it did.',
  properties: {
    code: text('The reason for programs.', 'http.timeout'),
    message: text('The reason for people.', 'The other system did not answer in time.'),
    retryable: { type: 'boolean', description: 'Whether another attempt may go better.' },
    details: { description: 'More about it.' },
  },
};

const WORKFLOW = entryOf(
  {
    type: 'object',
    description: 'The workflow that runs.',
    properties: {
      id: text('Its id.', '01920000-0000-7000-8000-000000000001'),
      name: text('Its name.', 'Workflow'),
      version: { type: 'integer', description: 'Its version.', examples: [1] },
    },
  },
  'workflow',
  'workflow',
);

const EXECUTION = entryOf(
  {
    type: 'object',
    description: 'This execution.',
    properties: {
      id: text('Its id.', '01920000-0000-7000-8000-000000000002'),
      startedAt: text('When it was started.', '2026-03-02T18:00:00Z'),
      correlationId: text('What ties it to what caused it.', '01920000-0000-7000-8000-000000000003'),
    },
  },
  'execution',
  'execution',
);

const VARS = entryOf(
  {
    type: 'object',
    description: 'The settings of the dealership.',
    properties: {
      name: text('Its name.', 'Lakeside Motors'),
      phone: text('Its telephone number.', '+1 315 555 0100'),
      address: text('Where it is.', '100 Shoreline Drive'),
      timeZone: text('Its time zone.', 'America/New_York'),
      hours: { type: 'object', description: 'When each department is open.' },
      quietHours: {
        type: 'object',
        description: 'When customers are left alone.',
        properties: { from: text('From.', '20:00'), to: text('To.', '08:00') },
      },
    },
  },
  'vars',
  'vars',
);

const EVENT = entryOf(
  {
    type: 'object',
    description: 'The attributes of the event.',
    properties: {
      id: text('Its id.', 'e-1'),
      source: text('Who sent it.', '/dms'),
      type: text('Its type.', 'com.automatrix.lead.received.v1'),
      subject: text('What it is about.', 'lead-1'),
      time: text('When it happened.', '2026-03-02T18:00:00Z'),
    },
  },
  'event',
  'event',
);

const REQUEST = entryOf(
  {
    type: 'object',
    description: 'The HTTP request.',
    properties: {
      method: text('The method.', 'POST'),
      headers: { type: 'object', description: 'The headers, in lower case.' },
      query: { type: 'object', description: 'The parameters of the address.' },
      body: { description: 'The body.' },
    },
  },
  'request',
  'request',
);
