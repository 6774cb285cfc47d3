import { DurationControl } from '@/components/schema-form/duration-control';
import { NumberControl } from '@/components/schema-form/number-control';
import { Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import type { InspectorProps } from '@/features/editor/inspector/inspector';
import { changedNode, compact } from '@/features/editor/inspector/model/edit';
import { useCatalogue } from '@/features/editor/inspector/use-catalogue';
import type { WorkflowNode } from '@/lib/definition';
import { plural } from '@/lib/format/words';

/** What several steps have in common; a change is made to all of them. */
export function ManyInspector({
  definition,
  nodes,
  problems,
  readOnly,
  onChange,
}: InspectorProps & { nodes: WorkflowNode[] }) {
  const { stepTypes } = useCatalogue();
  const ids = new Set(nodes.map((node) => node.id));
  const wrong = problems.filter((problem) => ids.has(problem.nodeId ?? '')).length;
  const titleOf = (type: string) => stepTypes.find((one) => one.type === type)?.title ?? type;
  const change = (of: (node: WorkflowNode) => Partial<WorkflowNode>, label: string) =>
    onChange(
      nodes.reduce((so, node) => changedNode(so, node.id, of(node)), definition),
      `${label} of ${plural(nodes.length, 'step')}`,
    );
  const timeout = common(nodes.map((node) => node.timeout ?? ''));
  const attempts = common(nodes.map((node) => node.retry?.maxAttempts));
  const onError = common(nodes.map((node) => node.onError ?? 'FAIL'));

  return (
    <div className="flex min-w-0 flex-col gap-4 p-4">
      <div>
        <h2 className="font-semibold">{plural(nodes.length, 'step')}</h2>
        <p className="mt-1 text-sm text-ink-faint">
          {wrong === 0 ? 'No problems. ' : `${plural(wrong, 'problem')}. `}What is changed here is changed in
          all of them.
        </p>
      </div>
      <ul className="flex flex-col gap-1 text-sm">
        {nodes.map((node) => (
          <li key={node.id} className="flex justify-between gap-3">
            <span className="min-w-0 truncate">{node.name ?? node.id}</span>
            <span className="shrink-0 text-ink-faint">{titleOf(node.type)}</span>
          </li>
        ))}
      </ul>
      <Field label="Timeout" hint={timeout === null ? 'They differ.' : undefined} required={false}>
        {(control) => (
          <DurationControl
            {...control}
            readOnly={readOnly}
            value={timeout?.value ?? ''}
            onValue={(value) =>
              change(() => ({ timeout: typeof value === 'string' ? value : undefined }), 'Change the timeout')
            }
          />
        )}
      </Field>
      <Field label="Attempts in all" hint={attempts === null ? 'They differ.' : undefined} required={false}>
        {(control) => (
          <NumberControl
            {...control}
            integer
            readOnly={readOnly}
            value={attempts?.value}
            onValue={(value) => change((node) => withAttempts(node, value), 'Change the retries')}
          />
        )}
      </Field>
      <Field label="If one fails for good">
        {(control) => (
          <Select
            {...control}
            disabled={readOnly}
            value={onError?.value ?? ''}
            onChange={(event) =>
              change(
                () => ({ onError: event.target.value === 'CONTINUE' ? 'CONTINUE' : undefined }),
                'Change what a failure does',
              )
            }
          >
            {onError === null && <option value="">They differ</option>}
            <option value="FAIL">The execution fails, or the way of the error is taken</option>
            <option value="CONTINUE">Go on without a result</option>
          </Select>
        )}
      </Field>
    </div>
  );
}

function withAttempts(node: WorkflowNode, value: unknown): Partial<WorkflowNode> {
  const retry = compact({ ...node.retry, maxAttempts: typeof value === 'number' ? value : undefined });
  return { retry: Object.keys(retry).length === 0 ? undefined : retry };
}

/** The one value that all have; null when they differ. */
function common<T>(values: T[]): { value: T | undefined } | null {
  const [first] = values;
  return values.every((value) => value === first) ? { value: first } : null;
}
