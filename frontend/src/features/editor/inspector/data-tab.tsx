import { useMemo, useState } from 'react';
import { CopyText } from '@/components/ui/copy-text';
import { entryOf } from '@/components/expression/model/scope-tree';
import { ScopeTreeView } from '@/components/expression/scope-tree-view';
import { JsonTree } from '@/components/json/json-tree';
import { withSample } from '@/features/editor/inspector/model/sample';
import { SampleChooser } from '@/features/editor/inspector/sample-chooser';
import type { InspectorProps } from '@/features/editor/inspector/inspector';
import { useCatalogue } from '@/features/editor/inspector/use-catalogue';
import { useSample } from '@/features/editor/inspector/use-sample';
import { outputOf, scopeOf } from '@/features/editor/model/scope';
import type { WorkflowNode } from '@/lib/definition';
import { objectOf } from '@/components/schema-form/model/schema';

/** What the step can name, what it gives, and both with the data of a chosen execution. */
export function DataTab({ definition, node }: InspectorProps & { node: WorkflowNode }) {
  const catalogue = useCatalogue();
  const sample = useSample();
  const [picked, setPicked] = useState<string | null>(null);
  const held = sample?.steps.get(node.id);
  const scope = useMemo(
    () => withSample(scopeOf(definition, catalogue, node.id), sample),
    [definition, catalogue, node.id, sample],
  );
  const output = useMemo(
    () => entryOf(outputOf(definition, catalogue, node), 'output', 'output'),
    [definition, catalogue, node],
  );
  const gives = held === undefined ? output.sample : held.output;

  return (
    <div className="flex min-w-0 flex-col gap-5">
      <section aria-label="What it can use" className="flex min-w-0 flex-col gap-2">
        <h3 className="font-medium">What it can use</h3>
        <div className="h-64 rounded-md border p-2">
          <ScopeTreeView scope={scope} onPick={setPicked} />
        </div>
        {picked !== null && (
          <p className="flex items-center gap-2 text-sm text-ink-faint">
            <CopyText text={`{{ ${picked} }}`} label="expression" />
          </p>
        )}
      </section>
      <section aria-label="What it gives" className="flex min-w-0 flex-col gap-2">
        <h3 className="font-medium">What it gives</h3>
        <p className="text-sm text-ink-faint">{output.description ?? 'Its output.'}</p>
        {held !== undefined && <JsonTree label="Input of that execution" value={held.input} />}
        <JsonTree
          label={held === undefined ? 'Output, for example' : 'Output of that execution'}
          value={gives}
        />
        {held !== undefined && Object.keys(objectOf(held.error)).length > 0 && (
          <JsonTree label="Error of that execution" value={held.error} />
        )}
      </section>
      <SampleChooser />
    </div>
  );
}
