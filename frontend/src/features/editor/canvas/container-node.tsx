import { memo } from 'react';
import { Handle, NodeResizer, Position, type NodeProps } from '@xyflow/react';
import { Plus } from 'lucide-react';
import { ContainerHead } from '@/components/graph/container-head';
import { inY, type StepNode } from '@/features/editor/canvas/elements';
import { MARK_LOOK, StepBadges, stateRing } from '@/features/editor/canvas/step-badges';
import { StepHandle } from '@/features/editor/canvas/step-handle';
import { useCommands } from '@/features/editor/editor-context';
import { resize } from '@/features/editor/model/edits';
import { SMALLEST } from '@/features/editor/model/geometry';
import { cx } from '@/lib/cx';

/** A box that holds steps: a loop, a group or a race. It grows with what is put into it. */
export const ContainerNode = memo(function ContainerNode({ data, selected }: NodeProps<StepNode>) {
  const { step, problem, state, mark, isTarget } = data;
  const { run, pick, readOnly } = useCommands();
  return (
    <div
      style={{ width: '100%', height: '100%' }}
      className={cx(
        'rounded-xl border bg-surface/60 transition-colors duration-150',
        stateRing(state) ?? (problem?.severity === 'ERROR' ? 'border-failed' : 'border-line-strong'),
        mark && MARK_LOOK[mark],
        isTarget && 'border-accent bg-accent-soft',
        selected && 'outline-2 outline-offset-2 outline-accent-ink',
      )}
    >
      <NodeResizer
        isVisible={selected && !readOnly}
        minWidth={SMALLEST.width}
        minHeight={SMALLEST.height}
        lineClassName="step-resize-line"
        handleClassName="step-resize-handle"
        onResizeEnd={(_, to) => {
          const { x, y } = step.box;
          const moved = { x: x + to.x - step.offset.x, y: y + to.y - step.offset.y };
          run(resize(step.id, { ...moved, width: Math.round(to.width), height: Math.round(to.height) }));
        }}
      />
      <Handle
        id="in"
        type="target"
        position={Position.Left}
        isConnectable={!readOnly}
        style={{ top: inY(step) }}
        className="step-handle step-handle-in"
      />
      <ContainerHead step={step} />
      {step.isEmpty && !readOnly && (
        <button
          type="button"
          className="nodrag nopan absolute inset-x-6 top-20 bottom-6 flex items-center justify-center gap-1.5 rounded-lg border border-dashed border-line-strong text-ink-faint transition-colors hover:border-accent-ink hover:text-accent-ink"
          onClick={(event) =>
            pick({ place: { kind: 'inside', parent: step.id }, at: { x: event.clientX, y: event.clientY } })
          }
        >
          <Plus className="size-4" aria-hidden />
          Add a step inside, or drop one here
        </button>
      )}
      <StepBadges step={step} problem={problem} state={state} mark={mark} />
      {step.handles.map((handle) => (
        <StepHandle key={handle.id} step={step} handle={handle} />
      ))}
    </div>
  );
});
