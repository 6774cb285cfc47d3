import { useCallback } from 'react';
import { ConfigFields } from '@/features/editor/inspector/config-fields';
import type { InspectorProps } from '@/features/editor/inspector/inspector';
import { withOptional } from '@/features/editor/inspector/model/edit';
import { stepForm } from '@/features/editor/inspector/step-form';
import { useCatalogue } from '@/features/editor/inspector/use-catalogue';
import { useScopes } from '@/features/editor/inspector/use-sample';
import { scopeOf } from '@/features/editor/model/scope';
import type { WorkflowDefinition } from '@/lib/definition';
import { isObject, type JsonObject, type JsonValue } from '@/lib/json';

const SCHEMA: JsonObject = {
  type: 'object',
  properties: {
    timeout: {
      type: 'string',
      format: 'duration',
      title: 'Timeout',
      description: 'How long an execution may take in all.',
    },
    concurrency: {
      type: 'object',
      title: 'At the same time',
      description: 'How many executions with the same key may go on at once.',
      properties: {
        limit: { type: 'integer', minimum: 1, title: 'At most' },
        key: {
          type: 'string',
          title: 'Of the same',
          description: 'Left out, all executions count together.',
          'x-ui': { widget: 'expression', placeholder: '{{ input.person.personId }}' },
        },
        policy: {
          title: 'One too many',
          oneOf: [
            { const: 'QUEUE', title: 'waits' },
            { const: 'SKIP', title: 'is skipped' },
            { const: 'CANCEL_RUNNING', title: 'takes the place of the oldest' },
          ],
          'x-ui': { widget: 'select' },
        },
      },
    },
    businessKeys: {
      type: 'object',
      title: 'Found by',
      description: 'Names under which people find executions, such as a VIN.',
      'x-ui': { widget: 'map' },
    },
  },
};

/** What holds for the whole execution. */
export function WorkflowSettings({ definition, problems, readOnly, onChange }: InspectorProps) {
  const catalogue = useCatalogue();
  const scopeAt = useScopes(useCallback(() => scopeOf(definition, catalogue, null), [definition, catalogue]));
  const form = stepForm({
    schema: SCHEMA,
    value: (definition.settings ?? {}) as JsonObject,
    base: '/settings',
    problems,
    readOnly,
    scopeAt,
    onChange: (next) =>
      onChange(
        withOptional(definition, 'settings', tidied(next) as WorkflowDefinition['settings']),
        'Change the settings',
      ),
  });
  return <ConfigFields form={form} schema={SCHEMA} />;
}

/** Without groups that nothing is left in. */
function tidied(settings: JsonObject): JsonObject {
  const isEmpty = (value: JsonValue) => isObject(value) && Object.keys(value).length === 0;
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => !isEmpty(value)));
}
