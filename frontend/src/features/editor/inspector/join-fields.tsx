import { Checkbox, Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import type { TabProps } from '@/features/editor/inspector/tab-props';
import type { WorkflowNode } from '@/lib/definition';

/** When a step runs to which several edges lead. */
export function JoinFields({
  node,
  readOnly,
  onNode,
  incoming,
  error,
}: TabProps & { incoming: number; error: string | null }) {
  const join = node.join ?? 'ALL';
  const held = typeof join === 'string' ? join : String(join.atLeast);
  return (
    <div className="flex flex-col gap-2">
      <Field label="Runs once" hint={`${incoming} edges lead here.`} error={error}>
        {(ids) => (
          <Select
            {...ids}
            disabled={readOnly}
            value={held}
            onChange={(event) => onNode({ join: joinOf(event.target.value) }, 'Change when it runs')}
          >
            <option value="ALL">all of them are decided, and one is taken</option>
            <option value="ANY">the first of them is taken</option>
            {Array.from({ length: incoming - 1 }, (_, index) => index + 2).map((count) => (
              <option key={count} value={count}>
                {count} of them are taken
              </option>
            ))}
          </Select>
        )}
      </Field>
      {join !== 'ALL' && (
        <div className="flex items-center gap-2">
          <Checkbox
            id={`cancel-${node.id}`}
            disabled={readOnly}
            checked={node.cancelOthers === true}
            onCheckedChange={(on) =>
              onNode({ cancelOthers: on === true || undefined }, 'Change what it cancels')
            }
          />
          <label htmlFor={`cancel-${node.id}`}>Then cancel what only leads here</label>
        </div>
      )}
    </div>
  );
}

function joinOf(value: string): WorkflowNode['join'] {
  if (value === 'ALL') return undefined;
  return value === 'ANY' ? 'ANY' : { atLeast: Number(value) };
}
