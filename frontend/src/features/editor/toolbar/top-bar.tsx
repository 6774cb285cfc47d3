import type { ReactNode } from 'react';
import {
  ArrowLeft,
  Braces,
  FlaskConical,
  History,
  ListTree,
  Redo2,
  Rocket,
  Sparkles,
  Undo2,
} from 'lucide-react';
import { Link } from 'react-router';
import { Button } from '@/components/ui/button';
import { Tooltip } from '@/components/ui/tooltip';
import type { ViewCommand } from '@/features/editor/commands';
import { useCommands } from '@/features/editor/editor-context';
import { actionOf } from '@/features/editor/model/actions';
import type { EditAction, EditorState } from '@/features/editor/model/editor-state';
import { ActionButton } from '@/features/editor/toolbar/action-button';
import { ProblemsButton } from '@/features/editor/toolbar/problems-button';
import type { WorkflowProblem } from '@/lib/api-types';

interface TopBarProps {
  workflowId: string;
  title: ReactNode;
  state: EditorState;
  problems: WorkflowProblem[];
  open: ReadonlySet<ViewCommand>;
  run: (action: EditAction) => void;
  show: (command: ViewCommand) => void;
  /** Why the draft cannot be published; null if it can. */
  refusal: string | null;
  onPublish: () => void;
}

export function TopBar(props: TopBarProps) {
  const { workflowId, title, state, problems, open, run, show, refusal, onPublish } = props;
  const { present, future } = state.history;
  const { readOnly } = useCommands();
  const [canUndo, canRedo] = ['undo', 'redo'].map((id) => actionOf(id).isEnabled(state));
  return (
    <header className="flex flex-wrap items-center gap-x-1 gap-y-1 border-b bg-surface px-2 py-1.5">
      <Button asChild variant="quiet" size="icon">
        <Link to={`/workflows/${workflowId}`} aria-label="Back to the workflow">
          <ArrowLeft aria-hidden />
        </Link>
      </Button>
      <div className="flex min-w-40 flex-1 basis-48 items-center gap-3">{title}</div>
      {!readOnly && (
        <>
          <ActionButton
            icon={Undo2}
            label={canUndo ? `Undo: ${present.label}` : 'Undo'}
            shortcut={actionOf('undo').shortcut}
            disabled={!canUndo}
            onClick={() => run(actionOf('undo'))}
          />
          <ActionButton
            icon={Redo2}
            label={canRedo && future[0] ? `Redo: ${future[0].label}` : 'Redo'}
            shortcut={actionOf('redo').shortcut}
            disabled={!canRedo}
            onClick={() => run(actionOf('redo'))}
          />
          <span className="mx-1 h-5 w-px bg-line" aria-hidden />
        </>
      )}
      <ActionButton
        icon={ListTree}
        label="Outline"
        shortcut="O"
        pressed={open.has('outline')}
        onClick={() => show('outline')}
      />
      <ActionButton
        icon={Braces}
        label="JSON"
        shortcut="J"
        pressed={open.has('json')}
        onClick={() => show('json')}
      />
      <ActionButton
        icon={History}
        label="Versions"
        shortcut="V"
        pressed={open.has('versions')}
        onClick={() => show('versions')}
      />
      <ActionButton
        icon={Sparkles}
        label={readOnly ? 'Explain' : 'Build with words'}
        shortcut="W"
        pressed={open.has('words')}
        onClick={() => show('words')}
      />
      <ProblemsButton problems={problems} isOpen={open.has('problems')} onClick={() => show('problems')} />
      <Tooltip text="Try the draft without sending anything (T)">
        <Button aria-pressed={open.has('test')} onClick={() => show('test')}>
          <FlaskConical aria-hidden />
          Test
        </Button>
      </Tooltip>
      {!readOnly && (
        <Tooltip text={refusal ?? 'Make this draft the version that runs'}>
          <Button
            variant="primary"
            aria-disabled={refusal !== null}
            className="aria-disabled:cursor-not-allowed aria-disabled:opacity-55"
            onClick={() => (refusal === null ? onPublish() : show('problems'))}
          >
            <Rocket aria-hidden />
            Publish
          </Button>
        </Tooltip>
      )}
    </header>
  );
}
