import { useCallback } from 'react';
import { Input, Textarea } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { JsonControl } from '@/components/schema-form/json-control';
import { ConfigFields } from '@/features/editor/inspector/config-fields';
import { ProblemLine } from '@/features/editor/problems/problem-line';
import { IdField } from '@/features/editor/inspector/id-field';
import { SampleChooser } from '@/features/editor/inspector/sample-chooser';
import { stepForm } from '@/features/editor/inspector/step-form';
import type { TabProps } from '@/features/editor/inspector/tab-props';
import { useCatalogue } from '@/features/editor/inspector/use-catalogue';
import { useScopes } from '@/features/editor/inspector/use-sample';
import { scopeOf } from '@/features/editor/model/scope';
import { isObject, type JsonObject } from '@/lib/json';

/** What the step does, by the schema of its type. */
export function SettingsTab(props: TabProps) {
  const { definition, node, type, problems, readOnly, onNode } = props;
  const catalogue = useCatalogue();
  const scopeAt = useScopes(
    useCallback(
      (pointer: string) => scopeOf(definition, catalogue, node.id, pointer),
      [definition, catalogue, node.id],
    ),
  );
  const base = `/nodes/${definition.nodes.indexOf(node)}`;
  const schema = type?.configSchema;
  const form = stepForm({
    schema: schema ?? {},
    value: (node.config ?? {}) as JsonObject,
    base: `${base}/config`,
    problems,
    readOnly,
    scopeAt,
    onChange: (config) => onNode({ config }, 'Change a setting'),
  });
  const general = problems.filter((problem) => isGeneral(problem.pointer ?? '', base));

  return (
    <div className="flex min-w-0 flex-col gap-4">
      {general.map((problem) => (
        <ProblemLine key={problem.code + problem.message} problem={problem} />
      ))}
      {schema === undefined ? (
        <Field label="Settings">
          {(ids) => (
            <JsonControl
              {...ids}
              readOnly={readOnly}
              value={form.value}
              onValue={(config) => isObject(config) && onNode({ config }, 'Change the settings')}
            />
          )}
        </Field>
      ) : (
        <ConfigFields form={form} schema={schema} />
      )}
      <SampleChooser />
      <details className="border-t pt-3">
        <summary className="font-medium">About this step</summary>
        <div className="mt-3 flex flex-col gap-4">
          <Field label="Description" hint="One line, shown on the step." required={false}>
            {(ids) => (
              <Input
                {...ids}
                readOnly={readOnly}
                value={node.description ?? ''}
                onChange={(event) =>
                  onNode({ description: event.target.value || undefined }, 'Describe a step')
                }
              />
            )}
          </Field>
          <Field label="Note" hint="For those who edit the workflow." required={false}>
            {(ids) => (
              <Textarea
                {...ids}
                readOnly={readOnly}
                value={node.note ?? ''}
                onChange={(event) => onNode({ note: event.target.value || undefined }, 'Write a note')}
              />
            )}
          </Field>
          <IdField {...props} />
        </div>
      </details>
    </div>
  );
}

/** About the step as a whole, so that no field shows it. */
function isGeneral(pointer: string, base: string): boolean {
  return ['', base, `${base}/type`, `${base}/id`, `${base}/config`, `${base}/parent`].includes(pointer);
}
