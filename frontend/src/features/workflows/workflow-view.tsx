import { useMemo, useState } from 'react';
import { NodeDetails } from '@/features/workflows/node-details';
import { ProblemList } from '@/features/workflows/problem-list';
import { LazyCanvas } from '@/components/graph/lazy-canvas';
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

type Side = 'steps' | 'problems';

export function WorkflowView({ workflow, stepTypes }: WorkflowViewProps) {
  const { definition, problems } = workflow;
  const [selected, setSelected] = useState<string | null>(null);
  const [side, setSide] = useState<Side>(problems.length > 0 ? 'problems' : 'steps');
  const graph = useMemo(() => graphOf(definition, stepTypes), [definition, stepTypes]);
  const problemNodes = useMemo(
    () => new Set(problems.flatMap((problem) => (problem.nodeId ? [problem.nodeId] : []))),
    [problems],
  );
  const node = definition.nodes.find((one) => one.id === selected);

  return (
    <div className="grid gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
      <Card className="h-[26rem] bg-sunken xl:h-[calc(100dvh-13rem)] xl:min-h-[30rem]">
        <LazyCanvas
          label={`Canvas of ${workflow.name}`}
          graph={graph}
          problemNodes={problemNodes}
          selected={selected}
          onSelect={setSelected}
        />
      </Card>
      <Card className="self-start xl:max-h-[calc(100dvh-13rem)] xl:overflow-y-auto">
        {node ? (
          <NodeDetails
            node={node}
            graphNode={graph.nodes.find((one) => one.id === node.id)}
            type={stepTypes.find((one) => one.type === node.type)}
            problems={problems.filter((problem) => problem.nodeId === node.id)}
            onClose={() => setSelected(null)}
          />
        ) : (
          <div className="px-4 pt-1">
            <Tabs
              label="About this workflow"
              value={side}
              onChange={setSide}
              tabs={[
                {
                  value: 'steps',
                  label: `Steps (${graph.nodes.length})`,
                  content: (
                    <div className="-mx-4 -mt-4">
                      <StepOutline graph={graph} selected={selected} onSelect={setSelected} />
                    </div>
                  ),
                },
                {
                  value: 'problems',
                  label: plural(problems.length, 'problem'),
                  content: <ProblemList problems={problems} graph={graph} onSelect={setSelected} />,
                },
              ]}
            />
          </div>
        )}
      </Card>
    </div>
  );
}
