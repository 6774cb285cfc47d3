import { useCallback } from 'react';
import { Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { ConfigFields } from '@/features/editor/inspector/config-fields';
import { problemAt, stepForm } from '@/features/editor/inspector/step-form';
import type { TabProps } from '@/features/editor/inspector/tab-props';
import { useCatalogue } from '@/features/editor/inspector/use-catalogue';
import { useScopes } from '@/features/editor/inspector/use-sample';
import { scopeOf } from '@/features/editor/model/scope';
import type { JsonObject } from '@/lib/json';

/** The step that undoes this one when the execution fails or is cancelled afterwards. */
export function CompensationFields({
  definition,
  node,
  problems,
  readOnly,
  onNode,
  base,
}: TabProps & { base: string }) {
  const catalogue = useCatalogue();
  const scopeAt = useScopes(
    useCallback(() => scopeOf(definition, catalogue, node.id), [definition, catalogue, node.id]),
  );
  const held = node.compensation;
  const type = catalogue.stepTypes.find((one) => one.type === held?.type);
  // The engine's own steps do nothing that could be undone; a called workflow does.
  const choices = catalogue.stepTypes.filter((one) => one.worker !== 'engine' || one.type === 'flow.call');
  const config = (held?.config ?? {}) as JsonObject;
  const form = stepForm({
    schema: type?.configSchema ?? {},
    value: config,
    base: `${base}/config`,
    problems,
    readOnly,
    scopeAt,
    onChange: (next) => held && onNode({ compensation: { ...held, config: next } }, 'Change what undoes it'),
  });
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <Field
        label="Undone by"
        required={false}
        hint="Runs when the execution fails or is cancelled after this step completed."
        error={problemAt(problems, base) ?? problemAt(problems, `${base}/type`)}
      >
        {(ids) => (
          <Select
            {...ids}
            disabled={readOnly}
            value={held?.type ?? ''}
            onChange={(event) =>
              onNode(
                {
                  compensation:
                    event.target.value === '' ? undefined : { type: event.target.value, config: {} },
                },
                'Change what undoes it',
              )
            }
          >
            <option value="">Nothing</option>
            {choices.map((one) => (
              <option key={one.type} value={one.type}>
                {one.title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {type && (
        <div className="border-l-2 pl-3">
          <ConfigFields form={form} schema={type.configSchema} />
        </div>
      )}
    </div>
  );
}
