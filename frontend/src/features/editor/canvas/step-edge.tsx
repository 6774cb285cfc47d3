import { memo } from 'react';
import { BaseEdge, getBezierPath, type EdgeProps } from '@xyflow/react';
import { useDetail } from '@/features/editor/canvas/detail';
import type { FlowEdge } from '@/features/editor/canvas/elements';
import { useCommands } from '@/features/editor/editor-context';

const RADIUS = 11;

/** A line between two steps, with a "+" in its middle that puts a step between them. */
export const StepEdge = memo(function StepEdge(props: EdgeProps<FlowEdge>) {
  const { id, data, style, markerEnd, selected } = props;
  const { pick, readOnly } = useCommands();
  const detail = useDetail();
  const [path, x, y] = getBezierPath(props);
  const before = data?.before ?? null;
  return (
    <>
      <BaseEdge
        path={path}
        markerEnd={detail === 'shape' ? undefined : markerEnd}
        style={style}
        interactionWidth={detail === 'shape' ? 0 : 18}
      />
      {!readOnly && detail === 'full' && data?.mark !== 'removed' && (
        <g
          className="step-edge-plus"
          data-selected={selected ?? false}
          onClick={(event) => {
            event.stopPropagation();
            pick({
              place: before === null ? { kind: 'on', edge: id } : { kind: 'before', target: before },
              at: { x: event.clientX, y: event.clientY },
            });
          }}
        >
          <title>Insert a step here</title>
          <circle cx={x} cy={y} r={RADIUS} />
          <path d={`M${x - 4} ${y}H${x + 4}M${x} ${y - 4}V${y + 4}`} />
        </g>
      )}
    </>
  );
});
