import { useState } from 'react';
import { Tabs } from '@/components/ui/tabs';
import { RunTab } from '@/features/editor/testing/run-tab';
import { StepTab } from '@/features/editor/testing/step-tab';
import { TestsTab } from '@/features/editor/testing/tests-tab';
import type { Bench } from '@/features/editor/testing/use-bench';
import type { WorkflowDefinition } from '@/lib/definition';

export interface TestRunPanelProps {
  workflowId: string;
  definition: WorkflowDefinition;
  /** The step that is selected, to be tried alone. */
  selected: string | undefined;
  bench: Bench;
}

type Tab = 'run' | 'step' | 'tests';

/** Tries the draft without sending anything: as a whole, one step of it, or its tests. */
export function TestRunPanel({ workflowId, definition, selected, bench }: TestRunPanelProps) {
  const [tab, setTab] = useState<Tab>('run');
  return (
    <div className="flex min-w-0 flex-col gap-3 p-4">
      <h2 className="sr-only">Test the draft</h2>
      <Tabs<Tab>
        label="Ways to test"
        value={tab}
        onChange={setTab}
        tabs={[
          {
            value: 'run',
            label: 'Whole workflow',
            content: <RunTab definition={definition} bench={bench} />,
          },
          {
            value: 'step',
            label: 'One step',
            content: <StepTab key={selected} definition={definition} selected={selected} bench={bench} />,
          },
          {
            value: 'tests',
            label: 'Tests',
            content: <TestsTab workflowId={workflowId} definition={definition} onStates={bench.onStates} />,
          },
        ]}
      />
    </div>
  );
}
