import { useState } from 'react';
import { Tabs } from '@/components/ui/tabs';
import { RunTab } from '@/features/editor/testing/run-tab';
import { StepTab } from '@/features/editor/testing/step-tab';
import { TestsTab } from '@/features/editor/testing/tests-tab';
import type { NodeRunState, Pin, Pins } from '@/features/editor/testing/model/draft-run';
import type { WorkflowDefinition } from '@/lib/definition';

export type { NodeRunState } from '@/features/editor/testing/model/draft-run';

export interface TestRunPanelProps {
  workflowId: string;
  definition: WorkflowDefinition;
  /** Told what each step did, while the run is shown. */
  onStates: (states: ReadonlyMap<string, NodeRunState>) => void;
}

export interface PinnedProps extends TestRunPanelProps {
  pins: Pins;
  onPin: (id: string, pin: Pin | null) => void;
}

type Tab = 'run' | 'step' | 'tests';

/** Tries the draft without sending anything: as a whole, one step of it, or its tests. */
export function TestRunPanel(props: TestRunPanelProps) {
  const [tab, setTab] = useState<Tab>('run');
  const [pins, setPins] = useState<Pins>(new Map());
  const onPin = (id: string, pin: Pin | null) => {
    const next = new Map(pins);
    if (pin === null) next.delete(id);
    else next.set(id, pin);
    setPins(next);
  };
  const pinned = { ...props, pins, onPin };
  return (
    <div className="flex min-w-0 flex-col gap-3 p-4">
      <h2 className="sr-only">Test the draft</h2>
      <Tabs<Tab>
        label="Ways to test"
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'run', label: 'Whole workflow', content: <RunTab {...pinned} /> },
          { value: 'step', label: 'One step', content: <StepTab {...pinned} /> },
          { value: 'tests', label: 'Tests', content: <TestsTab {...props} /> },
        ]}
      />
    </div>
  );
}
