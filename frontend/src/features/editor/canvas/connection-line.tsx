import { getBezierPath, type ConnectionLineComponentProps } from '@xyflow/react';
import type { Point } from '@/components/graph/model/layout';

/** Where a dragged connection would end: a step and why not there, or nothing. */
export type LinkTarget = { id: string; refusal: string | null } | null;

/** Makes the line of a connection that is being dragged; it says why it cannot end where it is. */
export function connectionLineFor(targetAt: (source: string, handle: string, at: Point) => LinkTarget) {
  return function ConnectionLine({ fromNode, fromHandle, ...ends }: ConnectionLineComponentProps) {
    const { fromX, fromY, fromPosition, toX, toY, toPosition } = ends;
    const target = targetAt(fromNode.id, fromHandle.id ?? 'out', { x: toX, y: toY });
    const [path] = getBezierPath({
      sourceX: fromX,
      sourceY: fromY,
      sourcePosition: fromPosition,
      targetX: toX,
      targetY: toY,
      targetPosition: toPosition,
    });
    const colour = !target
      ? 'var(--ink-faint)'
      : target.refusal === null
        ? 'var(--completed)'
        : 'var(--failed)';
    return (
      <g>
        <path
          d={path}
          fill="none"
          stroke={colour}
          strokeWidth={2}
          strokeDasharray={target?.refusal ? '6 4' : undefined}
        />
        <circle cx={toX} cy={toY} r={4} fill={colour} />
        {target?.refusal && (
          <foreignObject
            x={toX + 14}
            y={toY + 10}
            width={300}
            height={80}
            className="pointer-events-none overflow-visible"
          >
            <p role="status" className="inline-block rounded-md bg-ink px-2 py-1 text-sm text-page">
              {target.refusal}
            </p>
          </foreignObject>
        )}
      </g>
    );
  };
}
