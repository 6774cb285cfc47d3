import { useMemo, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Play } from 'lucide-react';
import { contextOf } from '@/components/expression/model/scope-tree';
import { JsonTree } from '@/components/json/json-tree';
import { JsonControl } from '@/components/schema-form/json-control';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/controls';
import { Notice } from '@/components/ui/failure';
import { Field, FieldError } from '@/components/ui/field';
import { withSample } from '@/features/editor/inspector/model/sample';
import { useCatalogue } from '@/features/editor/inspector/use-catalogue';
import { useSample } from '@/features/editor/inspector/use-sample';
import { scopeOf } from '@/features/editor/model/scope';
import { needsAnswer } from '@/features/editor/testing/model/draft-run';
import type { PinnedProps } from '@/features/editor/testing/test-run-panel';
import { building } from '@/lib/api/building';
import { isObject, type JsonObject, type JsonValue } from '@/lib/json';

/** One step by itself: what its settings become with the data in scope; for steps of the engine that is what they do. */
export function StepTab({ definition, pins }: PinnedProps) {
  const catalogue = useCatalogue();
  const sample = useSample();
  const [chosen, setChosen] = useState('');
  const [own, setOwn] = useState<JsonObject | null>(null);
  const [readable, setReadable] = useState(true);
  const node = definition.nodes.find((one) => one.id === chosen) ?? definition.nodes[0];
  const type = catalogue.stepTypes.find((one) => one.type === node?.type);
  const context = useMemo(
    () => (node ? contextOf(withSample(scopeOf(definition, catalogue, node.id), sample)) : {}),
    [definition, catalogue, node, sample],
  );
  const data = own ?? context;
  const run = useMutation({
    mutationFn: () => building.evaluate((node?.config ?? {}) as JsonValue, data),
  });
  if (!node) return <p className="text-ink-faint">The workflow has no steps yet.</p>;
  const pinned = pins.get(node.id);

  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Field label="Step">
        {(ids) => (
          <Select
            {...ids}
            value={node.id}
            onChange={(event) => {
              setChosen(event.target.value);
              setOwn(null);
              run.reset();
            }}
          >
            {definition.nodes.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name ?? one.id}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <details>
        <summary className="rounded-sm text-sm font-medium text-ink-soft">
          Show and change the data it sees
        </summary>
        <div className="mt-2 flex flex-col gap-1">
          <JsonControl
            key={node.id}
            aria-label="Data that the step sees"
            rows={12}
            value={data}
            onValue={(value) => setOwn(isObject(value) ? value : {})}
            onReadable={setReadable}
          />
        </div>
      </details>
      <Button variant="primary" busy={run.isPending} disabled={!readable} onClick={() => run.mutate()}>
        <Play aria-hidden />
        Try this step
      </Button>
      {run.isError && <Notice error={run.error} />}
      {run.data && 'problem' in run.data && <FieldError>{run.data.problem.message}</FieldError>}
      {run.data && 'value' in run.data && <JsonTree label="What it gets" value={run.data.value} />}
      {run.data && 'value' in run.data && needsAnswer(type) && (
        <p className="text-sm text-ink-faint">
          This is what its worker would be asked. Nothing was sent.
          {pinned !== undefined && ' In a run of the draft it gives its pinned output.'}
        </p>
      )}
    </div>
  );
}
