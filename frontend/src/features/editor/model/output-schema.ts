import type { ScopeEntry } from '@/components/expression/model/scope-tree';
import { jsonType, partsOf, schemaOf } from '@/components/expression/model/scope-tree';
import type { WorkflowDefinition, WorkflowNode } from '@/lib/definition';
import { isObject, pointerTo, type JsonObject, type JsonValue } from '@/lib/json';
import type { Catalogue } from './scope';
import { lastInside } from './upstream';

/** What is known of the outputs of steps, asked one by one. */
export interface Shapes {
  catalogue: Catalogue;
  definition: WorkflowDefinition;
  of: (node: WorkflowNode) => JsonObject;
  at: (node: WorkflowNode, pointer: string, parts: string[]) => ScopeEntry | null;
}

const ONLY_PATH =
  /^\{\{\s*((?:[A-Za-z_]\w*|`[^`]+`)(?:\[\d+\])?(?:\.(?:[A-Za-z_]\w*|`[^`]+`)(?:\[\d+\])?)*)\s*\}\}$/;

/** The schema of what a step gives, closer than its type's where its settings say more. */
export function outputSchemaOf(node: WorkflowNode, shapes: Shapes): JsonObject {
  const type = shapes.catalogue.stepTypes.find((one) => one.type === node.type);
  const general = type?.outputSchema ?? {};
  const config = (node.config ?? {}) as JsonObject;
  switch (node.type) {
    case 'data.transform':
      return valueSchema(config.value, node, '/value', shapes);
    case 'data.table':
      return general;
    case 'ai.extract':
      return isObject(config.schema) ? config.schema : general;
    case 'ai.agent':
      return withProperty(general, 'result', config.outputSchema);
    case 'human.task':
      return withProperty(general, 'form', config.form);
    case 'http.request':
      return withProperty(general, 'body', config.responseSchema);
    case 'flow.waitForEvent':
      return withProperty(general, 'data', eventSchema(config, shapes.catalogue));
    case 'flow.foreach':
      return { ...general, type: 'array', items: insideSchema(node, config.output, shapes) };
    case 'flow.repeat':
    case 'flow.scope':
      return { ...general, ...insideSchema(node, config.output, shapes) };
    case 'ai.classify':
      return withProperty(general, 'label', labelSchema(general, config.labels));
    default:
      return general;
  }
}

function withProperty(schema: JsonObject, name: string, inner: JsonValue): JsonObject {
  if (!isObject(inner)) return schema;
  const properties = isObject(schema.properties) ? schema.properties : {};
  return { ...schema, properties: { ...properties, [name]: inner } };
}

function labelSchema(general: JsonObject, labels: JsonValue): JsonObject {
  const properties = isObject(general.properties) ? general.properties : {};
  const own = isObject(properties.label) ? properties.label : {};
  const names = (Array.isArray(labels) ? labels : []).flatMap((one) => {
    const name = isObject(one) ? one.label : one;
    return typeof name === 'string' ? [name] : [];
  });
  return names.length === 0 ? own : { ...own, enum: [...names, 'unsure'] };
}

function eventSchema(config: JsonObject, { eventTypes }: Catalogue): JsonValue {
  const correlation = config.correlation;
  const wanted = isObject(correlation) ? correlation.eventType : undefined;
  const known = eventTypes.find((one) => one.type === wanted);
  return known ? { ...known.schema, examples: [known.example] } : undefined;
}

function insideSchema(container: WorkflowNode, output: JsonValue, shapes: Shapes): JsonObject {
  if (output !== undefined) return valueSchema(output, container, '/output', shapes);
  const last = lastInside(shapes.definition, container.id);
  if (last.length === 0) return {};
  return { type: 'object', properties: Object.fromEntries(last.map((node) => [node.id, shapes.of(node)])) };
}

/** The schema that a value with expressions in it shows. */
function valueSchema(value: JsonValue, node: WorkflowNode, pointer: string, shapes: Shapes): JsonObject {
  if (typeof value === 'string' && value.includes('{{')) return textSchema(value, node, pointer, shapes);
  if (Array.isArray(value)) {
    return { type: 'array', items: valueSchema(value[0], node, pointerTo(pointer, 0), shapes) };
  }
  if (isObject(value)) {
    const properties = Object.entries(value).map(
      ([key, inner]) => [key, valueSchema(inner, node, pointerTo(pointer, key), shapes)] as const,
    );
    return { type: 'object', properties: Object.fromEntries(properties) };
  }
  return value === undefined || value === null ? {} : { type: jsonType(value), examples: [value] };
}

function textSchema(template: string, node: WorkflowNode, pointer: string, shapes: Shapes): JsonObject {
  const path = ONLY_PATH.exec(template)?.[1];
  if (path !== undefined) {
    const entry = shapes.at(node, pointer, partsOf(path));
    return entry ? schemaOf(entry) : {};
  }
  const isWhole = /^\{\{[^]*\}\}$/.test(template) && template.lastIndexOf('{{') === 0;
  if (!isWhole) return { type: 'string' };
  return wholeType(template.slice(2, -2).trim());
}

/** The type that an expression plainly has. */
function wholeType(expression: string): JsonObject {
  if (/^\$(exists|not|boolean|contains)\(.*\)$/.test(expression)) return { type: 'boolean' };
  if (/^\$(count|sum|number|length|round|toMillis)\([^()]*\)$/.test(expression)) return { type: 'number' };
  if (/^\$(string|uppercase|lowercase|trim|join|now)\([^()]*\)$/.test(expression)) return { type: 'string' };
  return {};
}
