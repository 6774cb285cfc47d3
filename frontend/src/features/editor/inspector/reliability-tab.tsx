import { DurationControl } from '@/components/schema-form/duration-control';
import { Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { CompensationFields } from '@/features/editor/inspector/compensation-fields';
import { JoinFields } from '@/features/editor/inspector/join-fields';
import { RetryFields } from '@/features/editor/inspector/retry-fields';
import { problemAt } from '@/features/editor/inspector/step-form';
import type { TabProps } from '@/features/editor/inspector/tab-props';

/** How often it is tried, how long it may take, what happens when it fails, and what undoes it. */
export function ReliabilityTab(props: TabProps) {
  const { definition, node, type, problems, readOnly, onNode } = props;
  const base = `/nodes/${definition.nodes.indexOf(node)}`;
  const error = (name: string) => problemAt(problems, `${base}/${name}`);
  const hasErrorEdge = definition.edges.some(
    (edge) => edge.source === node.id && edge.sourceHandle === 'error',
  );
  const incoming = definition.edges.filter((edge) => edge.target === node.id).length;

  return (
    <div className="flex min-w-0 flex-col gap-5">
      <RetryFields {...props} base={base} />
      <Field
        label="Timeout"
        required={false}
        hint="How long one attempt may take; five minutes unless given."
        error={error('timeout')}
      >
        {(ids) => (
          <DurationControl
            {...ids}
            readOnly={readOnly}
            value={node.timeout ?? ''}
            onValue={(value) => onNode({ timeout: textOr(value) }, 'Change the timeout')}
          />
        )}
      </Field>
      <Field
        label="If it fails for good"
        error={error('onError')}
        hint={failureHint(hasErrorEdge, type?.handles ?? [])}
      >
        {(ids) => (
          <Select
            {...ids}
            disabled={readOnly}
            value={node.onError ?? 'FAIL'}
            onChange={(event) =>
              onNode(
                { onError: event.target.value === 'CONTINUE' ? 'CONTINUE' : undefined },
                'Change what a failure does',
              )
            }
          >
            <option value="FAIL">{hasErrorEdge ? 'Go the way of the error' : 'The execution fails'}</option>
            <option value="CONTINUE">Go on without a result</option>
          </Select>
        )}
      </Field>
      {incoming > 1 && <JoinFields {...props} incoming={incoming} error={error('join')} />}
      <CompensationFields {...props} base={`${base}/compensation`} />
    </div>
  );
}

function failureHint(hasErrorEdge: boolean, handles: string[]): string {
  if (hasErrorEdge) return 'An edge leaves its error handle: that way is taken, with the reason as data.';
  return handles.includes('error')
    ? 'Draw an edge from its error handle to handle a failure in the workflow.'
    : 'A failure goes to the container around it, or ends the execution.';
}

function textOr(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
