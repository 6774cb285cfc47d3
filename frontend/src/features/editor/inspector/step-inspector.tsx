import { useState } from 'react';
import { Tabs } from '@/components/ui/tabs';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { DataTab } from '@/features/editor/inspector/data-tab';
import type { InspectorProps } from '@/features/editor/inspector/inspector';
import { changedNode } from '@/features/editor/inspector/model/edit';
import { ReliabilityTab } from '@/features/editor/inspector/reliability-tab';
import { SettingsTab } from '@/features/editor/inspector/settings-tab';
import { StepHeader } from '@/features/editor/inspector/step-header';
import { TryStep } from '@/features/editor/testing/try-step';
import { useCatalogue } from '@/features/editor/inspector/use-catalogue';
import type { WorkflowNode } from '@/lib/definition';

type Tab = 'settings' | 'data' | 'reliability' | 'try';

const RELIABILITY = /^\/nodes\/\d+\/(retry|timeout|onError|join|cancelOthers|compensation)/;

/** One step: what it does, what goes in and comes out, and what happens when it fails. */
export function StepInspector(props: InspectorProps & { node: WorkflowNode }) {
  const { definition, node, problems, readOnly, onChange, bench } = props;
  const [tab, setTab] = useState<Tab>('settings');
  const { stepTypes, isLoading } = useCatalogue();
  const type = stepTypes.find((one) => one.type === node.type);
  const own = problems.filter((problem) => problem.nodeId === node.id);
  const errors = own.filter((problem) => problem.severity === 'ERROR');
  const ofReliability = errors.filter((problem) => RELIABILITY.test(problem.pointer ?? '')).length;
  const change = (next: Partial<WorkflowNode>, label: string) =>
    onChange(changedNode(definition, node.id, next), label);

  if (isLoading) {
    return (
      <Loading label="Loading the step">
        <div className="flex flex-col gap-4 p-4">
          <Skeleton className="h-6 w-40" />
          <Skeleton className="h-9" />
          <Skeleton className="h-24" />
        </div>
      </Loading>
    );
  }

  return (
    <div className="flex min-w-0 flex-col gap-4 p-4">
      <StepHeader {...props} type={type} onNode={change} />
      <Tabs<Tab>
        label="Parts of the step"
        value={tab}
        onChange={setTab}
        tabs={[
          {
            value: 'settings',
            label: <Counted name="Settings" count={errors.length - ofReliability} />,
            content: <SettingsTab {...props} type={type} problems={own} onNode={change} />,
          },
          { value: 'data', label: 'Data', content: <DataTab {...props} /> },
          {
            value: 'reliability',
            label: <Counted name="Reliability" count={ofReliability} />,
            content: <ReliabilityTab {...props} type={type} problems={own} onNode={change} />,
          },
          ...(readOnly || bench === undefined
            ? []
            : [
                {
                  value: 'try' as const,
                  label: 'Try it',
                  content: <TryStep definition={definition} node={node} bench={bench} />,
                },
              ]),
        ]}
      />
    </div>
  );
}

function Counted({ name, count }: { name: string; count: number }) {
  return (
    <>
      {name}
      {count > 0 && (
        <span className="grid h-4.5 min-w-4.5 place-items-center rounded-full bg-failed-soft px-1 text-xs text-failed">
          {count}
          <span className="sr-only">{count === 1 ? ' problem' : ' problems'}</span>
        </span>
      )}
    </>
  );
}
