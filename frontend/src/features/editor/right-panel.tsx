import { lazy, Suspense, type ReactNode } from 'react';
import { X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { Inspector } from '@/features/editor/inspector/inspector';
import { rename, replace } from '@/features/editor/model/edits';
import { definitionOf, selected } from '@/features/editor/model/editor-state';
import { TestRunPanel, type NodeRunState } from '@/features/editor/testing/test-run-panel';
import type { View } from '@/features/editor/model/view';
import type { Comparison } from '@/features/editor/versions/comparison';
import type { Draft } from '@/features/editor/use-draft';
import type { Panels } from '@/features/editor/use-panels';
import type { Workflow, WorkflowProblem } from '@/lib/api-types';

const Versions = lazy(() => import('@/features/editor/versions/versions-drawer'));

interface RightPanelProps {
  workflow: Workflow;
  draft: Draft;
  problems: WorkflowProblem[];
  panels: Panels;
  isStartOpen: boolean;
  onStartClose: () => void;
  view: View;
  onComparison: (comparison: Comparison) => void;
  onStates: (states: ReadonlyMap<string, NodeRunState>) => void;
}

/** What is said about the thing that is selected, or the versions, or a test. */
export function RightPanel(props: RightPanelProps) {
  const { workflow, draft, problems, panels, isStartOpen, onStartClose, onStates } = props;
  const { state, run, update } = draft.editor;
  const definition = definitionOf(state);

  if (panels.open.has('versions'))
    return (
      <Panel label="Versions" onClose={() => panels.close('versions')}>
        <Suspense fallback={<Skeleton className="m-4 h-40" />}>
          <Versions workflow={workflow} draft={draft} view={props.view} onComparison={props.onComparison} />
        </Suspense>
      </Panel>
    );
  if (panels.open.has('test'))
    return (
      <Panel label="Test" onClose={() => panels.close('test')}>
        <TestRunPanel workflowId={workflow.id} definition={definition} onStates={onStates} />
      </Panel>
    );
  const selection = isStartOpen ? [] : state.selection;
  if (selection.length === 0 && !isStartOpen) return null;
  return (
    <Panel
      label={isStartOpen ? 'Start' : 'Step'}
      onClose={isStartOpen ? onStartClose : () => update((now) => selected(now, []))}
    >
      <Inspector
        definition={definition}
        selection={selection}
        problems={problems}
        readOnly={state.readOnly}
        onChange={(next, label) => run(replace(next, label, `inspect:${selection.join()}:${label}`))}
        onRename={(from, to) => run(rename(from, to))}
      />
    </Panel>
  );
}

function Panel({ label, onClose, children }: { label: string; onClose: () => void; children: ReactNode }) {
  return (
    <aside
      aria-label={label}
      className="absolute inset-y-0 right-0 z-20 flex w-full max-w-96 flex-col border-l bg-surface lg:static lg:w-92 lg:shrink-0"
    >
      <div className="flex items-center justify-between border-b py-1 pr-1 pl-4">
        <span className="text-sm font-medium text-ink-faint">{label}</span>
        <Button variant="quiet" size="icon" aria-label={`Close: ${label}`} onClick={onClose}>
          <X aria-hidden />
        </Button>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
    </aside>
  );
}
