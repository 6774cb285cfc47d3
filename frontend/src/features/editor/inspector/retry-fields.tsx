import { DurationControl } from '@/components/schema-form/duration-control';
import { NumberControl } from '@/components/schema-form/number-control';
import { Field } from '@/components/ui/field';
import { compact } from '@/features/editor/inspector/model/edit';
import { problemAt } from '@/features/editor/inspector/step-form';
import type { TabProps } from '@/features/editor/inspector/tab-props';
import type { WorkflowNode } from '@/lib/definition';

/** How failed attempts are repeated. */
export function RetryFields({ node, problems, readOnly, onNode, base }: TabProps & { base: string }) {
  const retry = node.retry ?? {};
  const set = (change: Partial<NonNullable<WorkflowNode['retry']>>) => {
    const next = compact({ ...retry, ...change });
    onNode({ retry: Object.keys(next).length === 0 ? undefined : next }, 'Change the retries');
  };
  const error = (name: string) => problemAt(problems, `${base}/retry/${name}`);
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-1 font-medium">Retries</legend>
      <p className="text-sm text-ink-faint">
        Errors that may pass are tried again after a wait that grows. {problemAt(problems, `${base}/retry`)}
      </p>
      <Field label="Attempts in all" required={false} error={error('maxAttempts')}>
        {(ids) => (
          <NumberControl
            {...ids}
            integer
            readOnly={readOnly}
            placeholder="3"
            value={retry.maxAttempts}
            onValue={(value) => set({ maxAttempts: typeof value === 'number' ? value : undefined })}
          />
        )}
      </Field>
      <Field label="First wait" required={false} error={error('initialInterval')}>
        {(ids) => (
          <DurationControl
            {...ids}
            readOnly={readOnly}
            value={retry.initialInterval ?? ''}
            onValue={(value) => set({ initialInterval: textOr(value) })}
          />
        )}
      </Field>
      <Field label="Each further wait, times" required={false} error={error('multiplier')}>
        {(ids) => (
          <NumberControl
            {...ids}
            integer={false}
            readOnly={readOnly}
            placeholder="2"
            value={retry.multiplier}
            onValue={(value) => set({ multiplier: typeof value === 'number' ? value : undefined })}
          />
        )}
      </Field>
      <Field label="Longest wait" required={false} error={error('maxInterval')}>
        {(ids) => (
          <DurationControl
            {...ids}
            readOnly={readOnly}
            value={retry.maxInterval ?? ''}
            onValue={(value) => set({ maxInterval: textOr(value) })}
          />
        )}
      </Field>
    </fieldset>
  );
}

function textOr(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
