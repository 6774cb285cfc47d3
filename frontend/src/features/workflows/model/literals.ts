import { nodeName } from '@/components/graph/model/graph';
import { hasExpression } from '@/components/expression/model/template';
import { objectOf, optionsOf, resolved, textOf, type Option } from '@/components/schema-form/model/schema';
import type { StepType } from '@/lib/api-types';
import type { WorkflowDefinition, WorkflowNode } from '@/lib/definition';
import { inWords } from '@/lib/format/words';
import { isObject, pointerParts, pointerTo, valueAt, type JsonObject, type JsonValue } from '@/lib/json';

/** A fixed value of a step's settings that could be asked for instead. */
export interface Literal {
  /** Where it is in the definition. */
  pointer: string;
  nodeId: string;
  step: string;
  /** The field in words, with the fields around it: "Values: First name". */
  label: string;
  hint: string | null;
  value: string | number | boolean;
  /** What the value has to keep to. */
  schema: JsonObject;
  /** The values that the field can take, where it has a list of them. */
  options: Option[] | null;
}

/** Settings whose values belong to the shape of the workflow: nobody could answer another one. */
const SHAPING = new Set([
  'condition',
  'expression',
  'schema',
  'labels',
  'cases',
  'correlation',
  'eventType',
  'workflow',
  'stepTypes',
]);

interface Place {
  pointer: string;
  labels: string[];
  schema: JsonObject;
}

/** The fixed texts, numbers and booleans of all steps and of what undoes them, in the order of the steps. */
export function literalsIn(definition: WorkflowDefinition, stepTypes: StepType[]): Literal[] {
  const types = new Map(stepTypes.map((type) => [type.type, type]));
  return definition.nodes.flatMap((node, index) => {
    const step = nodeName(node, node.id, types);
    const handles = handlesOf(definition, node);
    return placesOf(node, `/nodes/${index}`, types)
      .flatMap((place) => valuesIn(valueAt(asJson(definition), place.pointer), place, place.schema))
      .filter(({ value }) => !handles.has(String(value)))
      .map((literal) => ({ ...literal, nodeId: node.id, step }));
  });
}

const asJson = (definition: WorkflowDefinition) => definition as unknown as JsonValue;

function placesOf(
  { type, compensation }: WorkflowNode,
  pointer: string,
  types: Map<string, StepType>,
): Place[] {
  const schemaOf = (name: string) => types.get(name)?.configSchema ?? {};
  const own = { pointer: `${pointer}/config`, labels: [], schema: schemaOf(type) };
  return compensation
    ? [
        own,
        {
          pointer: `${pointer}/compensation/config`,
          labels: ['To undo it'],
          schema: schemaOf(compensation.type),
        },
      ]
    : [own];
}

/** An edge refers to them: with another answer it would lead nowhere. */
function handlesOf({ edges }: WorkflowDefinition, { id }: WorkflowNode): ReadonlySet<string> {
  return new Set(edges.filter(({ source }) => source === id).map(({ sourceHandle }) => sourceHandle ?? ''));
}

type Found = Omit<Literal, 'nodeId' | 'step'>;

function valuesIn(value: JsonValue, place: Place, root: JsonObject): Found[] {
  const schema = resolved(place.schema, root);
  if (SHAPING.has(textOf(objectOf(schema['x-ui']).widget) ?? '')) return [];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      valuesIn(item, below(place, index, objectOf(schema.items), String(index + 1)), root),
    );
  }
  if (isObject(value)) {
    return Object.entries(value).flatMap(([key, item]) => {
      const field = objectOf(objectOf(schema.properties)[key] ?? schema.additionalProperties);
      const label = textOf(resolved(field, root).title) ?? inWords(key);
      return valuesIn(item, below(place, key, field, label), root);
    });
  }
  return isLiteral(value) ? [literal(value, place, schema)] : [];
}

function below({ pointer, labels }: Place, key: string | number, schema: JsonObject, label: string): Place {
  return { pointer: pointerTo(pointer, key), labels: [...labels, label], schema };
}

function isLiteral(value: JsonValue): value is string | number | boolean {
  if (typeof value === 'string') return value.trim() !== '' && !hasExpression(value);
  return typeof value === 'number' || typeof value === 'boolean';
}

function literal(value: string | number | boolean, { pointer, labels }: Place, schema: JsonObject): Found {
  const fallback = pointerParts(pointer).at(-1) ?? '';
  return {
    pointer,
    label: labels.length === 0 ? inWords(fallback) : labels.join(': '),
    hint: textOf(schema.description),
    value,
    schema,
    options: choicesFor(value, schema),
  };
}

/** Only texts can be chosen from a list, and today's value has to be one of them. */
function choicesFor(value: JsonValue, schema: JsonObject): Option[] | null {
  const options = optionsOf(schema);
  const fits = options?.every((option) => typeof option.value === 'string') === true;
  return fits && options.some((option) => option.value === value) ? options : null;
}
