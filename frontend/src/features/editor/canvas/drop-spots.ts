import { getBezierPath, Position } from '@xyflow/react';
import type { Point } from '@/components/graph/model/layout';
import { handleY, inY, startNode } from '@/features/editor/canvas/elements';
import type { Place } from '@/features/editor/model/adding';
import type { View, ViewHandle, ViewStep } from '@/features/editor/model/view';

/** A "+" of the canvas, as a place where a step can be dropped. */
export interface DropSpot {
  id: string;
  place: Place;
  at: Point;
  /** The container in which it is. */
  parent: string | null;
  /** How far beside it a drop still means it, in pixels of the screen. */
  reach: number;
  /** How many times as far it reaches to the right, where the next step would stand. */
  ahead: number;
}

const NEXT = { reach: 52, ahead: 2.5 };
/** A failure is rarely meant, and its "+" is hidden mostly. */
const FAILURE = { reach: 20, ahead: 1 };
const LINE = { reach: 44, ahead: 1 };
/** However small all is drawn, this much of the canvas around a "+" belongs to it at most. */
const FARTHEST = 90;

/** Every "+": of the ways on that lead nowhere yet, and of the lines. */
export function dropSpots(view: View): DropSpot[] {
  return [...view.steps.flatMap(openWays), ...lines(view), ...firstLines(view)];
}

function openWays(step: ViewStep): DropSpot[] {
  return step.handles
    .filter((handle) => handle.isOpen)
    .map((handle) => ({
      id: `${step.id}:${handle.id}`,
      place: { kind: 'after', source: step.id, handle: handle.id },
      at: dotOf(step, handle),
      parent: step.parent,
      ...(handle.isError ? FAILURE : NEXT),
    }));
}

function dotOf(step: ViewStep, handle: ViewHandle): Point {
  const { box } = step;
  return { x: box.x + box.width - (handle.isError ? 40 : 0), y: box.y + handleY(step, handle) };
}

function lines(view: View): DropSpot[] {
  return view.edges.flatMap((edge) => {
    const [source, target] = [view.byId.get(edge.source), view.byId.get(edge.target)];
    const handle = source?.handles.find((one) => one.id === edge.handle);
    if (!source || !target || !handle) return [];
    const from = { ...dotOf(source, handle), isDown: handle.isError };
    return [
      {
        id: edge.id,
        place: { kind: 'on', edge: edge.id },
        at: plusOf(from, target),
        parent: target.parent,
        ...LINE,
      },
    ];
  });
}

function firstLines(view: View): DropSpot[] {
  const { position, width = 0, height = 0 } = startNode(view, [], false);
  const from = { x: position.x + width, y: position.y + height / 2, isDown: false };
  return view.entries.flatMap((id) => {
    const target = view.byId.get(id);
    return target
      ? [
          {
            id: `>${id}`,
            place: { kind: 'before', target: id },
            at: plusOf(from, target),
            parent: null,
            ...LINE,
          },
        ]
      : [];
  });
}

/** Where the line from one step to another has its "+". */
function plusOf(from: Point & { isDown: boolean }, target: ViewStep): Point {
  const [, x, y] = getBezierPath({
    sourceX: from.x,
    sourceY: from.y,
    sourcePosition: from.isDown ? Position.Bottom : Position.Right,
    targetX: target.box.x,
    targetY: target.box.y + inY(target),
    targetPosition: Position.Left,
  });
  return { x, y };
}

/** The "+" that is meant by what is dropped at a point of a container; null if none is near. */
export function spotNear(
  spots: readonly DropSpot[],
  at: Point,
  parent: string | null,
  zoom: number,
): DropSpot | null {
  let nearest: DropSpot | null = null;
  let least = 1;
  for (const spot of spots) {
    if (spot.parent !== parent) continue;
    const far = distance(spot, at) / Math.min(spot.reach / zoom, FARTHEST);
    if (far > least) continue;
    nearest = spot;
    least = far;
  }
  return nearest;
}

function distance({ at, ahead }: DropSpot, to: Point): number {
  const right = to.x - at.x;
  return Math.hypot(right > 0 ? right / ahead : right, to.y - at.y);
}
