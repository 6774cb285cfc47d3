import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { Tag } from '@/components/ui/badge';
import type { TabProps } from '@/features/editor/inspector/tab-props';

/** What the step is called, and what steps of its type do. */
export function StepHeader({ node, type, readOnly, onNode }: TabProps) {
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
    </div>
  );
}
