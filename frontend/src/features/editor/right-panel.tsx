import { lazy, Suspense, type KeyboardEvent, type ReactNode } from 'react';
import { X } from 'lucide-react';
import { noteIdOf } from '@/components/graph/model/notes';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { START } from '@/features/editor/canvas/elements';
import { elementOf, focusSoon } from '@/features/editor/focus';
import { Inspector } from '@/features/editor/inspector/inspector';
import { rename, replace } from '@/features/editor/model/edits';
import { definitionOf, selected, type EditorState } from '@/features/editor/model/editor-state';
import type { NodeRunState } from '@/features/editor/testing/model/draft-run';
import { TestRunPanel } from '@/features/editor/testing/test-run-panel';
import { useBench } from '@/features/editor/testing/use-bench';
import type { View } from '@/features/editor/model/view';
import type { Comparison } from '@/features/editor/versions/comparison';
import type { Draft } from '@/features/editor/use-draft';
import { hasSide, type Panels } from '@/features/editor/use-panels';
import { useRoom } from '@/features/editor/use-room';
import type { Workflow, WorkflowProblem } from '@/lib/api-types';

const Versions = lazy(() => import('@/features/editor/versions/versions-drawer'));
const Words = lazy(() => import('@/features/editor/words/words-panel'));

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
  onProposal: (proposal: EditorState | null) => void;
}

/** What is said about the thing that is selected, or the versions, or a test. */
export function RightPanel(props: RightPanelProps) {
  const { workflow, draft, problems, panels, isStartOpen, onStartClose, onStates } = props;
  const { state, run, update } = draft.editor;
  const definition = definitionOf(state);
  const bench = useBench(onStates);
  const selection = isStartOpen ? [] : state.selection;
  useRoom(isStartOpen || selection.length > 0 || hasSide(panels.open));

  if (panels.open.has('versions'))
    return (
      <Panel label="Versions" onClose={() => panels.close('versions')}>
        <Suspense fallback={<Skeleton className="m-4 h-40" />}>
          <Versions workflow={workflow} draft={draft} view={props.view} onComparison={props.onComparison} />
        </Suspense>
      </Panel>
    );
  if (panels.open.has('words'))
    return (
      <Panel label="Words" onClose={() => panels.close('words')}>
        <Suspense fallback={<Skeleton className="m-4 h-40" />}>
          <Words draft={draft} onProposal={props.onProposal} onComparison={props.onComparison} />
        </Suspense>
      </Panel>
    );
  if (panels.open.has('test'))
    return (
      <Panel label="Test" onClose={() => panels.close('test')}>
        <TestRunPanel
          workflowId={workflow.id}
          definition={definition}
          selected={state.selection.findLast((id) => noteIdOf(id) === null)}
          bench={bench}
        />
      </Panel>
    );
  if (selection.length === 0 && !isStartOpen) return null;
  return (
    <Panel
      label={isStartOpen ? 'Start' : selection.every((id) => noteIdOf(id) !== null) ? 'Note' : 'Step'}
      of={isStartOpen ? START : selection.at(-1)}
      onClose={isStartOpen ? onStartClose : () => update((now) => selected(now, []))}
    >
      <Inspector
        definition={definition}
        selection={selection}
        problems={problems}
        readOnly={state.readOnly}
        onChange={(next, label) => run(replace(next, label, `inspect:${selection.join()}:${label}`))}
        onRename={(from, to) => run(rename(from, to))}
        bench={bench}
      />
    </Panel>
  );
}

interface PanelProps {
  label: string;
  /** The step that it is about, to which the focus goes back. */
  of?: string | undefined;
  onClose: () => void;
  children: ReactNode;
}

/** Beside the canvas; on a narrow screen a sheet under it, so that both are in sight. */
function Panel({ label, of, onClose, children }: PanelProps) {
  const back = () => of !== undefined && focusSoon(() => elementOf(of));

  function press(event: KeyboardEvent<HTMLElement>) {
    // A list that floats over the panel belongs to it for React, but not on the screen.
    const isInside = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (of === undefined || event.key !== 'Escape' || event.defaultPrevented || !isInside) return;
    event.preventDefault();
    back();
  }

  function close() {
    back();
    onClose();
  }

  return (
    <aside
      aria-label={label}
      onKeyDown={press}
      className="z-20 flex h-3/5 w-full shrink-0 flex-col rounded-t-xl border-t bg-surface md:absolute md:inset-y-0 md:right-0 md:h-auto md:max-w-96 md:rounded-none md:border-t-0 md:border-l lg:static lg:w-92"
    >
      <div className="flex items-center justify-between border-b py-1 pr-1 pl-4">
        <span className="text-sm font-medium text-ink-faint">{label}</span>
        <Button variant="quiet" size="icon" aria-label={`Close: ${label}`} onClick={close}>
          <X aria-hidden />
        </Button>
      </div>
      <div data-settings className="min-h-0 flex-1 overflow-y-auto">
        {children}
      </div>
    </aside>
  );
}
