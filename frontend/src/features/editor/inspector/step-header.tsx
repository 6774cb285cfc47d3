import { useState } from 'react';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { Tag } from '@/components/ui/badge';
import { idProblem } from '@/features/editor/inspector/model/edit';
import type { TabProps } from '@/features/editor/inspector/tab-props';

/** What the step is called, by people and in expressions. */
export function StepHeader({ definition, node, type, readOnly, onNode, onRename }: TabProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed === null ? null : idProblem(definition, node.id, typed);

  function leave() {
    if (typed !== null && wrong === null && typed !== node.id) onRename(node.id, typed);
    setTyped(null);
  }

  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-start gap-2">
        <h2 className="min-w-0 flex-1 font-semibold wrap-anywhere">{node.name ?? type?.title ?? node.id}</h2>
        <Tag>{type?.title ?? node.type}</Tag>
      </div>
      <p className="-mt-1 text-sm text-ink-faint">
        {type === undefined
          ? `Nothing is known of steps of the type ${node.type}.`
          : type.available
            ? type.description
            : `${type.description} This version cannot run it yet.`}
      </p>
      <div className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] gap-3">
        <Field label="Name">
          {(ids) => (
            <Input
              {...ids}
              value={node.name ?? ''}
              placeholder={type?.title}
              readOnly={readOnly}
              onChange={(event) => onNode({ name: event.target.value || undefined }, 'Rename a step')}
            />
          )}
        </Field>
        <Field label="Id" error={wrong}>
          {(ids) => (
            <Input
              {...ids}
              className="font-mono text-sm"
              value={typed ?? node.id}
              readOnly={readOnly}
              onChange={(event) => setTyped(event.target.value)}
              onBlur={leave}
              onKeyDown={(event) => {
                if (event.key === 'Enter') leave();
                if (event.key === 'Escape') setTyped(null);
              }}
            />
          )}
        </Field>
      </div>
    </div>
  );
}
