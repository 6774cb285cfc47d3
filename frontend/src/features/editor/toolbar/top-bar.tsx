import type { ReactNode } from 'react';
import {
  ArrowLeft,
  Braces,
  CircleAlert,
  CircleCheck,
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

interface TopBarProps {
  workflowId: string;
  title: ReactNode;
  state: EditorState;
  errors: number;
  open: ReadonlySet<ViewCommand>;
  run: (action: EditAction) => void;
  show: (command: ViewCommand) => void;
  /** Why the draft cannot be published; null if it can. */
  refusal: string | null;
  onPublish: () => void;
}

export function TopBar(props: TopBarProps) {
  const { workflowId, title, state, errors, open, run, show, refusal, onPublish } = props;
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
      <Button variant="quiet" aria-pressed={open.has('problems')} onClick={() => show('problems')}>
        {errors > 0 ? (
          <CircleAlert className="text-failed" aria-hidden />
        ) : (
          <CircleCheck className="text-completed" aria-hidden />
        )}
        {errors > 0 ? errors : ''}
        <span className={errors > 0 ? 'sr-only' : 'hidden xl:inline'}>
          {errors > 0 ? 'problems' : 'No problems'}
        </span>
        {errors === 0 && <span className="sr-only xl:hidden">No problems</span>}
      </Button>
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
