import { memo } from 'react';
import { Handle, Position, type NodeProps } from '@xyflow/react';
import { Plus, Zap } from 'lucide-react';
import { CARD } from '@/components/graph/model/layout';
import { START, type StartNode as StartNodeType } from '@/features/editor/canvas/elements';
import { useCommands } from '@/features/editor/editor-context';
import { elementOf } from '@/features/editor/focus';
import { cx } from '@/lib/cx';

/** What starts the workflow, and the place of the first step. */
export const StartNode = memo(function StartNode({ data, selected }: NodeProps<StartNodeType>) {
  const { pick, readOnly } = useCommands();
  const offers = data.isEmpty && !readOnly;
  return (
    <div
      style={CARD}
      className={cx(
        'flex items-center gap-2.5 rounded-3xl border border-line-strong bg-surface px-4 hover:border-ink-faint',
        selected && 'outline-2 outline-offset-2 outline-accent-ink',
      )}
    >
      <span className="grid size-8 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-ink">
        <Zap className="size-4" aria-hidden />
      </span>
      <div className="min-w-0 flex-1">
        <p className="text-xs text-ink-faint">Starts when</p>
        <p className="line-clamp-2 leading-[18px] font-medium">{data.words.join(' or ')}</p>
      </div>
      <Handle
        id="out"
        type="source"
        position={Position.Right}
        isConnectable={false}
        title={offers ? 'Add the first step' : undefined}
        className={cx('step-handle', offers ? 'step-handle-open' : 'step-handle-used')}
        onClick={(event) => {
          if (!offers) return;
          event.stopPropagation();
          pick({
            place: { kind: 'free', at: { x: 0, y: 0 }, parent: null },
            at: elementOf(START)?.getBoundingClientRect() ?? { x: event.clientX, y: event.clientY },
          });
        }}
      >
        {offers && <Plus className="pointer-events-none size-3" strokeWidth={2.5} aria-hidden />}
      </Handle>
    </div>
  );
});
