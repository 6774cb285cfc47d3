import { useState } from 'react';
import { nodeName } from '@/components/graph/model/graph';
import { Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { useCatalogue } from '@/features/editor/inspector/use-catalogue';
import { TryStep } from '@/features/editor/testing/try-step';
import type { Bench } from '@/features/editor/testing/use-bench';
import type { WorkflowDefinition } from '@/lib/definition';

interface StepTabProps {
  definition: WorkflowDefinition;
  selected: string | undefined;
  bench: Bench;
}

/** One step by itself, the selected one unless another is chosen. */
export function StepTab({ definition, selected, bench }: StepTabProps) {
  const types = new Map(useCatalogue().stepTypes.map((type) => [type.type, type]));
  const [chosen, setChosen] = useState(selected);
  const node = definition.nodes.find((one) => one.id === chosen) ?? definition.nodes[0];
  if (!node) return <p className="text-ink-faint">The workflow has no steps yet.</p>;

  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Field label="Step">
        {(ids) => (
          <Select {...ids} value={node.id} onChange={(event) => setChosen(event.target.value)}>
            {definition.nodes.map((one) => (
              <option key={one.id} value={one.id}>
                {nodeName(one, one.id, types)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <TryStep key={node.id} definition={definition} node={node} bench={bench} />
    </div>
  );
}
