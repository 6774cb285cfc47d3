import { memo } from 'react';
import { Handle, Position, type NodeProps } from '@xyflow/react';
import { categoryColour, StepIcon } from '@/components/graph/step-icon';
import { CARD } from '@/components/graph/model/layout';
import { useDetail } from '@/features/editor/canvas/detail';
import { EdgeEnds } from '@/features/editor/canvas/edge-ends';
import { HEAD, inY, ROW, type StepNode as StepNodeType } from '@/features/editor/canvas/elements';
import { MARK_LOOK, StepBadges, stateRing } from '@/features/editor/canvas/step-badges';
import { StepHandle } from '@/features/editor/canvas/step-handle';
import { useCommands } from '@/features/editor/editor-context';
import { cx } from '@/lib/cx';

/** One step that can be moved, connected and gone on from. */
export const StepNode = memo(function StepNode({ data, selected }: NodeProps<StepNodeType>) {
  const { step, problem, state, mark } = data;
  const { readOnly } = useCommands();
  const detail = useDetail();
  const isFar = detail !== 'full';
  const ways = step.handles.filter((handle) => !handle.isError);
  const isLong = ways.length > 1;
  if (detail === 'shape') return <StepShape data={data} selected={selected} />;
  return (
    <div
      title={`${step.name}: ${step.does}`}
      style={{ width: step.box.width, height: step.box.height }}
      className={cx(
        'group rounded-lg border bg-surface transition-colors duration-150',
        stateRing(state) ??
          (problem?.severity === 'ERROR' ? 'border-failed' : 'border-line-strong hover:border-ink-faint'),
        mark && MARK_LOOK[mark],
        selected && 'outline-2 outline-offset-2 outline-accent-ink',
      )}
    >
      <Handle
        id="in"
        type="target"
        position={Position.Left}
        isConnectable={!readOnly}
        style={{ top: inY(step) }}
        className="step-handle step-handle-in"
      />
      <div className="flex items-center gap-2.5 px-2.5" style={{ height: isLong ? HEAD : CARD.height - 2 }}>
        {isFar ? (
          <span
            aria-hidden
            className={cx('h-2/3 w-1.5 shrink-0 rounded-full bg-current', categoryColour(step.category))}
          />
        ) : (
          <StepIcon category={step.category} icon={step.icon} className="size-8" />
        )}
        <div className="min-w-0 flex-1">
          <p
            className={cx(
              'font-medium',
              isFar ? 'line-clamp-2 text-xl leading-6' : isLong ? 'truncate' : 'line-clamp-2 leading-[18px]',
            )}
          >
            {step.name}
          </p>
          {!isFar && <p className="mt-0.5 truncate text-xs text-ink-faint">{step.does}</p>}
        </div>
      </div>
      {isLong && (
        <ul className="border-t text-right text-xs text-ink-soft">
          {ways.map((handle) => (
            <li
              key={handle.id}
              className="truncate pr-4 pl-2"
              style={{ height: ROW, lineHeight: `${ROW}px` }}
            >
              {handle.label}
            </li>
          ))}
        </ul>
      )}
      <StepBadges step={step} problem={problem} state={state} mark={mark} />
      {step.handles.map((handle) => (
        <StepHandle key={handle.id} step={step} handle={handle} />
      ))}
    </div>
  );
});

/** A step of which only the place can be made out: as little to draw as there can be. */
function StepShape({ data, selected }: Pick<NodeProps<StepNodeType>, 'data' | 'selected'>) {
  const { step, problem, state, mark } = data;
  const { width, height } = step.box;
  return (
    <div
      title={`${step.name}: ${step.does}`}
      style={{ width, height }}
      className={cx(
        'rounded-lg border-2 border-l-[16px] border-l-current bg-surface',
        categoryColour(step.category),
        stateRing(state) ?? (problem?.severity === 'ERROR' ? 'border-failed' : 'border-line-strong'),
        mark && MARK_LOOK[mark],
        selected && 'outline-8 outline-offset-4 outline-accent-ink',
      )}
    >
      <EdgeEnds step={step} />
    </div>
  );
}
