import { memo } from 'react';
import type { NodeProps } from '@xyflow/react';
import { StepIcon } from '@/components/graph/step-icon';
import { CARD } from '@/components/graph/model/layout';
import { useDetail } from '@/features/editor/canvas/detail';
import { EdgeEnds } from '@/features/editor/canvas/edge-ends';
import type { GhostNode as GhostNodeType } from '@/features/editor/canvas/elements';
import { MARK_LOOK, StepBadges } from '@/features/editor/canvas/step-badges';
import { cx } from '@/lib/cx';

/** A step that the compared version had, where it was. */
export const GhostNode = memo(function GhostNode({ data: { step } }: NodeProps<GhostNodeType>) {
  const { width, height } = step.box;
  const isFull = useDetail() === 'full';
  return (
    <div
      title={`${step.name}: ${step.does}`}
      style={{ width, height }}
      className={cx('rounded-lg border-2', MARK_LOOK.removed)}
    >
      <div className="flex items-center gap-2.5 px-2.5" style={{ height: CARD.height - 4 }}>
        {isFull && <StepIcon category={step.category} icon={step.icon} className="size-8" />}
        <div className="min-w-0 flex-1">
          <p className={cx('truncate font-medium text-ink-soft line-through', !isFull && 'text-xl')}>
            {step.name}
          </p>
          {isFull && <p className="mt-0.5 truncate text-xs text-ink-soft">{step.does}</p>}
        </div>
      </div>
      <EdgeEnds step={step} />
      <StepBadges step={step} problem={null} state={null} mark="removed" />
    </div>
  );
});
