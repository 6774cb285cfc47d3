import { useState } from 'react';
import { Play } from 'lucide-react';
import { JsonControl } from '@/components/schema-form/json-control';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/controls';
import { Notice } from '@/components/ui/failure';
import { Field } from '@/components/ui/field';
import { StepResult } from '@/features/editor/testing/step-result';
import type { Bench } from '@/features/editor/testing/use-bench';
import { useTrial, type Source } from '@/features/editor/testing/use-trial';
import type { WorkflowDefinition, WorkflowNode } from '@/lib/definition';
import { isObject } from '@/lib/json';

interface TryStepProps {
  definition: WorkflowDefinition;
  node: WorkflowNode;
  bench: Bench;
}

/** Runs one step in the engine with the data that it would see, and sends nothing. */
export function TryStep({ definition, node, bench }: TryStepProps) {
  const { source, choose, data, write, run } = useTrial(definition, node, bench);
  const [readable, setReadable] = useState(true);
  const before = isObject(data.steps) ? Object.keys(data.steps) : [];
  const pinned = before.some((id) => bench.pins.has(id));

  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Field
        label="With the data of"
        hint={pinned && source !== 'own' ? 'Of steps with a pinned output, that is taken.' : null}
      >
        {(ids) => (
          <Select {...ids} value={source} onChange={(event) => choose(event.target.value as Source)}>
            {bench.past !== null && <option value="past">The last test run</option>}
            <option value="sample">A sample</option>
            <option value="own">My own</option>
          </Select>
        )}
      </Field>
      <details>
        <summary className="rounded-sm text-sm font-medium text-ink-soft">
          Show and change the data it sees
        </summary>
        <div className="mt-2 flex flex-col gap-1">
          <JsonControl
            key={source}
            aria-label="Data that the step sees"
            rows={12}
            value={data}
            onValue={(value) => write(isObject(value) ? value : {})}
            onReadable={setReadable}
          />
        </div>
      </details>
      <Button variant="primary" busy={run.isPending} disabled={!readable} onClick={() => run.mutate()}>
        <Play aria-hidden />
        Run this step
      </Button>
      {run.isError && <Notice error={run.error} />}
      {run.data && <StepResult node={node} outcome={run.data} bench={bench} />}
    </div>
  );
}
