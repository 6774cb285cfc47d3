import { lazy, Suspense, useMemo, useState } from 'react';
import { CanvasBar } from '@/features/editor/canvas/canvas-bar';
import { FirstSteps } from '@/features/editor/canvas/first-steps';
import { FlowCanvas } from '@/features/editor/canvas/flow-canvas';
import { GraphSearch } from '@/features/editor/canvas/graph-search';
import type { ViewCommand } from '@/features/editor/commands';
import { definitionOf, type EditorState } from '@/features/editor/model/editor-state';
import { startInWords, triggersOf } from '@/features/editor/model/triggers';
import { viewOf, type View } from '@/features/editor/model/view';
import { StepList } from '@/features/editor/palette/step-list';
import { ProblemsPanel } from '@/features/editor/problems/problems-panel';
import { RightPanel } from '@/features/editor/right-panel';
import type { NodeRunState } from '@/features/editor/testing/model/draft-run';
import type { Draft } from '@/features/editor/use-draft';
import type { Panels } from '@/features/editor/use-panels';
import { NO_COMPARISON } from '@/features/editor/versions/comparison';
import { ProposalCanvas } from '@/features/editor/words/proposal-canvas';
import type { StepType, Workflow, WorkflowProblem } from '@/lib/api-types';
import { Skeleton } from '@/components/ui/skeleton';

const Outline = lazy(() => import('@/features/editor/outline/outline'));
const JsonView = lazy(() => import('@/features/editor/source/json-view'));

interface CanvasAreaProps {
  workflow: Workflow;
  draft: Draft;
  /** What is shown in place of the draft, until it is decided. */
  proposal: EditorState | null;
  view: View;
  stepTypes: StepType[];
  problems: WorkflowProblem[];
  panels: Panels;
  isStartOpen: boolean;
  show: (command: ViewCommand) => void;
  goTo: (id: string | null) => void;
  onChoose: (type: StepType) => void;
  onStartClose: () => void;
  onProposal: (proposal: EditorState | null) => void;
}

const NO_PROBLEMS: WorkflowProblem[] = [];
const NO_STATES: ReadonlyMap<string, NodeRunState> = new Map();

/** The canvas with what is around it. */
export function CanvasArea(props: CanvasAreaProps) {
  const { workflow, draft, proposal, view, stepTypes, problems, panels, isStartOpen, show, goTo } = props;
  const { state, run } = draft.editor;
  const [comparison, setComparison] = useState(NO_COMPARISON);
  const [states, setStates] = useState(NO_STATES);
  const shown = proposal ?? state;
  const shownView = useMemo(
    () => (proposal === null ? view : viewOf(definitionOf(proposal), proposal.catalogue)),
    [proposal, view],
  );
  const shownDefinition = definitionOf(shown);
  const startWords = useMemo(() => startInWords(shownDefinition), [shownDefinition]);
  const { open } = panels;

  return (
    <div className="relative flex min-h-0 flex-1 flex-col md:flex-row">
      {!state.readOnly && !open.has('outline') && !open.has('json') && (
        <aside
          aria-label="Steps to add"
          inert={proposal !== null}
          className="hidden w-56 shrink-0 flex-col border-r bg-surface transition-opacity inert:opacity-40 xl:flex"
        >
          <StepList label="Search steps to add" types={stepTypes} draggable onChoose={props.onChoose} />
        </aside>
      )}
      <Suspense fallback={<Skeleton className="m-3 h-40 w-72" />}>
        {open.has('outline') && (
          <Outline
            view={shownView}
            state={shown}
            problems={proposal === null ? problems : NO_PROBLEMS}
            run={run}
            onSelect={goTo}
            onAddNote={() => show('note')}
            onClose={() => show('outline')}
          />
        )}
        {open.has('json') && (
          <JsonView
            definition={shownDefinition}
            readOnly={shown.readOnly}
            run={run}
            onClose={() => show('json')}
          />
        )}
      </Suspense>
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <section
          data-canvas
          aria-label="Canvas"
          tabIndex={-1}
          className="@container relative min-h-0 flex-1 bg-sunken outline-none"
        >
          <ProposalCanvas isShown={proposal !== null}>
            <FlowCanvas
              label={`Canvas of ${draft.name}`}
              state={shown}
              view={shownView}
              problems={proposal === null ? problems : NO_PROBLEMS}
              states={states}
              comparison={comparison}
              startWords={startWords}
              startSelected={isStartOpen}
              framing={open.has('frame')}
              minimap={open.has('minimap') && shownView.steps.length > 0}
            >
              <CanvasBar state={shown} open={open} run={run} show={show} />
            </FlowCanvas>
          </ProposalCanvas>
          {!shown.readOnly && shownView.steps.length === 0 && (
            <FirstSteps isStarted={triggersOf(shownDefinition).length > 0} show={show} />
          )}
          {open.has('search') && (
            <GraphSearch view={view} onSelect={goTo} onClose={() => panels.close('search')} />
          )}
        </section>
        {open.has('problems') && (
          <ProblemsPanel
            problems={problems}
            view={view}
            onSelect={goTo}
            onClose={() => panels.close('problems')}
          />
        )}
      </div>
      <RightPanel
        workflow={workflow}
        draft={draft}
        problems={problems}
        panels={panels}
        isStartOpen={isStartOpen}
        onStartClose={props.onStartClose}
        view={view}
        onComparison={setComparison}
        onStates={setStates}
        onProposal={props.onProposal}
      />
    </div>
  );
}
