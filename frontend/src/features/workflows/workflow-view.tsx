import { useMemo, useState } from 'react';
import { NodeDetails } from '@/features/workflows/node-details';
import { ProblemList } from '@/components/publish/problem-list';
import { CanvasFrame, LazyCanvas } from '@/components/graph/lazy-canvas';
import { graphOf } from '@/components/graph/model/graph';
import { StepOutline } from '@/components/graph/step-outline';
import { Card } from '@/components/ui/page';
import { Tabs } from '@/components/ui/tabs';
import type { StepType, Workflow } from '@/lib/api-types';
import { plural } from '@/lib/format/words';

interface WorkflowViewProps {
  workflow: Workflow;
  stepTypes: StepType[];
}

type Tab = 'steps' | 'problems';

export function WorkflowView({ workflow, stepTypes }: WorkflowViewProps) {
  const { definition, problems } = workflow;
  const [selected, setSelected] = useState<string | null>(null);
  const serious = useMemo(() => problems.filter((problem) => problem.severity !== 'HINT'), [problems]);
  const [tab, setTab] = useState<Tab>(serious.length > 0 ? 'problems' : 'steps');
  const graph = useMemo(() => graphOf(definition, stepTypes), [definition, stepTypes]);
  const problemNodes = useMemo(
    () => new Set(serious.flatMap((problem) => (problem.nodeId ? [problem.nodeId] : []))),
    [serious],
  );
  const node = definition.nodes.find((one) => one.id === selected);
  const hints = problems.length - serious.length;
  const count = [
    serious.length === 0 ? 'No problems' : plural(serious.length, 'problem'),
    ...(hints > 0 ? [plural(hints, 'hint')] : []),
  ].join(', ');

  return (
    <>
      <CanvasFrame graph={graph}>
        <LazyCanvas
          label={`Canvas of ${workflow.name}`}
          graph={graph}
          problemNodes={problemNodes}
          selected={selected}
          onSelect={setSelected}
        />
        {node && (
          <aside
            aria-label="Step"
            className="absolute inset-y-0 right-0 z-10 w-full max-w-96 overflow-y-auto border-l bg-surface"
          >
            <NodeDetails
              key={node.id}
              node={node}
              graphNode={graph.nodes.find((one) => one.id === node.id)}
              type={stepTypes.find((one) => one.type === node.type)}
              problems={problems.filter((problem) => problem.nodeId === node.id)}
              onClose={() => setSelected(null)}
            />
          </aside>
        )}
      </CanvasFrame>
      <Card className="px-4 pt-1">
        <Tabs
          label="About this workflow"
          value={tab}
          onChange={setTab}
          tabs={[
            {
              value: 'steps',
              label: plural(graph.nodes.length, 'step'),
              content: (
                <div className="-mx-4 -mt-4">
                  <StepOutline graph={graph} selected={selected} onSelect={setSelected} />
                </div>
              ),
            },
            {
              value: 'problems',
              label: count,
              content: <ProblemList problems={problems} graph={graph} onSelect={setSelected} />,
            },
          ]}
        />
      </Card>
    </>
  );
}
