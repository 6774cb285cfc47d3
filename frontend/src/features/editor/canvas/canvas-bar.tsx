import { useReactFlow } from '@xyflow/react';
import {
  AlignCenterVertical,
  AlignEndVertical,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignHorizontalSpaceAround,
  AlignVerticalSpaceAround,
  Keyboard,
  Map as MapIcon,
  Maximize,
  MousePointer2,
  Plus,
  Search,
  StickyNote,
  Trash2,
  Wand2,
  ZoomIn,
  ZoomOut,
  CopyPlus,
  type LucideIcon,
} from 'lucide-react';
import type { ViewCommand } from '@/features/editor/commands';
import { actionOf } from '@/features/editor/model/actions';
import type { EditAction, EditorState } from '@/features/editor/model/editor-state';
import { ActionButton } from '@/features/editor/toolbar/action-button';

interface CanvasBarProps {
  state: EditorState;
  open: ReadonlySet<ViewCommand>;
  run: (action: EditAction) => void;
  show: (command: ViewCommand) => void;
}

const ARRANGE: { id: string; icon: LucideIcon }[] = [
  { id: 'align-left', icon: AlignStartVertical },
  { id: 'align-center', icon: AlignCenterVertical },
  { id: 'align-right', icon: AlignEndVertical },
  { id: 'align-top', icon: AlignStartHorizontal },
  { id: 'distribute-across', icon: AlignHorizontalSpaceAround },
  { id: 'distribute-down', icon: AlignVerticalSpaceAround },
];

const bar = 'flex items-center rounded-lg border bg-surface p-0.5';

/** What one looks at and with what, and what can be done with several steps at once. */
export function CanvasBar({ state, open, run, show }: CanvasBarProps) {
  const flow = useReactFlow();
  const action = (id: string, icon: LucideIcon) => {
    const one = actionOf(id);
    return (
      <ActionButton
        key={id}
        icon={icon}
        label={one.label}
        shortcut={one.shortcut}
        disabled={!one.isEnabled(state)}
        onClick={() => run(one)}
      />
    );
  };
  return (
    <div
      className="absolute inset-x-2 bottom-2 z-10 flex flex-wrap items-end gap-2 pr-14"
      role="toolbar"
      aria-label="Canvas"
    >
      <div className={bar}>
        {!state.readOnly && (
          <>
            <ActionButton icon={Plus} label="Add a step" shortcut="A" onClick={() => show('add')} />
            <ActionButton icon={StickyNote} label="Add a note" shortcut="N" onClick={() => show('note')} />
          </>
        )}
        <ActionButton
          icon={MousePointer2}
          label="Select with a frame"
          shortcut="F"
          pressed={open.has('frame')}
          onClick={() => show('frame')}
        />
        <ActionButton
          icon={Search}
          label="Search in the workflow"
          shortcut="Ctrl+F"
          onClick={() => show('search')}
        />
        {!state.readOnly && action('tidy', Wand2)}
      </div>
      <div className={bar}>
        <ActionButton icon={ZoomOut} label="Zoom out" shortcut="-" onClick={() => void flow.zoomOut()} />
        <ActionButton icon={ZoomIn} label="Zoom in" shortcut="+" onClick={() => void flow.zoomIn()} />
        <ActionButton icon={Maximize} label="Show everything" shortcut="1" onClick={() => show('fit')} />
        <ActionButton
          icon={MapIcon}
          label="Minimap"
          shortcut="M"
          pressed={open.has('minimap')}
          onClick={() => show('minimap')}
        />
        <ActionButton icon={Keyboard} label="Keyboard map" shortcut="?" onClick={() => show('help')} />
      </div>
      {!state.readOnly && state.selection.length > 1 && (
        <div className={bar}>
          {ARRANGE.map(({ id, icon }) => action(id, icon))}
          {action('duplicate', CopyPlus)}
          {action('delete', Trash2)}
        </div>
      )}
    </div>
  );
}
