import type { ParameterOption, TemplateParameter } from '@/lib/template-types';
import type { JsonObject, JsonValue } from '@/lib/json';

/** A template's parameters as the JSON Schema that the form is made from. */
export function parametersSchema(parameters: TemplateParameter[]): JsonObject {
  return {
    type: 'object',
    required: parameters.filter((parameter) => parameter.required).map((parameter) => parameter.name),
    properties: Object.fromEntries(parameters.map((parameter) => [parameter.name, schemaOf(parameter)])),
  };
}

function schemaOf(parameter: TemplateParameter): JsonObject {
  const { title, description, example, pattern, minimum, maximum, minLength, maxLength } = parameter;
  return definedOnly({
    title,
    description: description ?? undefined,
    examples: example === undefined || example === null ? undefined : [example],
    default: parameter.default ?? undefined,
    pattern: pattern ?? undefined,
    minimum: minimum ?? undefined,
    maximum: maximum ?? undefined,
    minLength: minLength ?? undefined,
    maxLength: maxLength ?? undefined,
    'x-multiline': isLong(parameter) || undefined,
    ...typeOf(parameter),
  });
}

/** A text of several lines is kept only where there is room for them. */
function isLong({ type, default: value, example }: TemplateParameter): boolean {
  return type === 'string' && [value, example].some((one) => typeof one === 'string' && one.includes('\n'));
}

/** What the templates call a question for who gets something: a role of the dealership. */
const ROLE = /[a-z]Role$/;

function typeOf({ name, type, options, items }: TemplateParameter): JsonObject {
  if (type === 'string' && ROLE.test(name)) return { type, format: 'role' };
  switch (type) {
    case 'duration':
      return { type: 'string', format: 'duration' };
    case 'enum':
      return { oneOf: titled(options ?? []) };
    case 'list':
      return {
        type: 'array',
        items: options ? { oneOf: titled(options) } : (items ?? { type: 'string', minLength: 1 }),
      };
    case 'string':
    case 'number':
    case 'integer':
    case 'boolean':
      return { type };
  }
}

function titled(options: ParameterOption[]): JsonObject[] {
  return options.map(({ value, title }) => definedOnly({ const: value, title: title ?? undefined }));
}

function definedOnly(entries: Record<string, JsonValue>): JsonObject {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}
