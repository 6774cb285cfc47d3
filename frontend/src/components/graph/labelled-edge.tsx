import { BaseEdge, getBezierPath, type Edge, type EdgeProps } from '@xyflow/react';
import type { Point } from '@/components/graph/model/layout';

export type LabelledEdgeType = Edge<{ labelAt: Point }, 'labelled'>;

/** A line whose label has a place of its own. */
export function LabelledEdge({ data, ...edge }: EdgeProps<LabelledEdgeType>) {
  const [path, middleX, middleY] = getBezierPath(edge);
  const { x, y } = data?.labelAt ?? { x: middleX, y: middleY };
  return (
    <BaseEdge
      id={edge.id}
      path={path}
      label={edge.label}
      labelX={x}
      labelY={y}
      labelStyle={edge.labelStyle}
      labelShowBg={edge.labelShowBg}
      labelBgStyle={edge.labelBgStyle}
      labelBgPadding={edge.labelBgPadding}
      labelBgBorderRadius={edge.labelBgBorderRadius}
      style={edge.style}
      markerEnd={edge.markerEnd}
      interactionWidth={edge.interactionWidth}
    />
  );
}
