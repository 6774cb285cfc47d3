import type { ReactNode } from 'react';
import type { JsonValue } from '@/lib/json';
import type { DefinitionDiff, ElementChange, FieldChange } from '@/lib/workflow-types';

/** What the draft has otherwise than a version: in sentences, and field by field. */
export function DiffDetails({ diff }: { diff: DefinitionDiff }) {
  return (
    <div className="flex flex-col gap-3 rounded-md bg-sunken p-3">
      <ul className="list-disc pl-4">
        {diff.summary.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {[...diff.steps.changed, ...diff.triggers.changed, ...diff.notes.changed, ...ofTheWhole(diff)].map(
        (change) => (
          <Changed key={change.id} change={change} />
        ),
      )}
    </div>
  );
}

/** What belongs to no step: the name, the input, the settings. */
function ofTheWhole({ about, input, settings, other }: DefinitionDiff): ElementChange[] {
  const fields = [...about, ...input, ...settings, ...other];
  return fields.length === 0 ? [] : [{ id: '@workflow', name: 'The workflow', fields }];
}

function Changed({ change }: { change: ElementChange }) {
  return (
    <details>
      <summary className="rounded-sm font-medium">{change.name}</summary>
      <dl className="mt-1 flex flex-col gap-1.5 text-sm">
        {change.fields.map((field) => (
          <div key={field.pointer}>
            <dt className="font-mono text-xs text-ink-faint">{field.pointer}</dt>
            <dd className="flex flex-col font-mono text-xs">
              <Values field={field} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Values({ field }: { field: FieldChange }): ReactNode {
  return (
    <>
      {field.change !== 'ADDED' && (
        <del className="wrap-anywhere text-failed no-underline">− {shown(field.before)}</del>
      )}
      {field.change !== 'REMOVED' && (
        <ins className="wrap-anywhere text-completed no-underline">+ {shown(field.after)}</ins>
      )}
    </>
  );
}

const LONGEST = 300;

function shown(value: JsonValue): string {
  const text = JSON.stringify(value ?? null);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
