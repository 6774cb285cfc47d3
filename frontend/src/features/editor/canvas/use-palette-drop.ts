import { useMemo, useState, type DragEvent } from 'react';
import { useReactFlow } from '@xyflow/react';
import { dropSpots, spotNear, type DropSpot } from '@/features/editor/canvas/drop-spots';
import type { CanvasShows } from '@/features/editor/canvas/use-flow-elements';
import { useCommands } from '@/features/editor/editor-context';
import { useCatalogue } from '@/features/editor/inspector/use-catalogue';
import type { Place } from '@/features/editor/model/adding';
import { addStep } from '@/features/editor/model/edits';
import { definitionOf } from '@/features/editor/model/editor-state';
import { containerAt } from '@/features/editor/model/geometry';
import { givenByStart } from '@/features/editor/model/starting';
import { STEP_MIME } from '@/features/editor/palette/drag';
import type { StepType } from '@/lib/api-types';

const NOBODY: ReadonlySet<string> = new Set();

/** A step that is dragged from the list: put in at the "+" that is near, else where it is dropped. */
export function usePaletteDrop({ state, view }: CanvasShows) {
  const { run, readOnly } = useCommands();
  const known = useCatalogue();
  const flow = useReactFlow();
  const definition = definitionOf(state);
  const spots = useMemo(() => dropSpots(view), [view]);
  const [near, setNear] = useState<DropSpot | null>(null);

  function aimOf(event: DragEvent) {
    const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
    const parent = containerAt(definition, view.boxes, at, NOBODY);
    return { at, parent, spot: spotNear(spots, at, parent, flow.getZoom()) };
  }

  function onDrop(event: DragEvent) {
    setNear(null);
    const type = state.catalogue.get(event.dataTransfer.getData(STEP_MIME));
    if (!type || readOnly) return;
    event.preventDefault();
    const { at, parent, spot } = aimOf(event);
    const free: Place = { kind: 'free', at: { x: at.x - 104, y: at.y - 39 }, parent };
    const place = spot !== null && fits(type, spot.place) ? spot.place : free;
    run(addStep(type, place, givenByStart(type, definition, known)));
  }

  function onDragOver(event: DragEvent) {
    if (readOnly || !event.dataTransfer.types.includes(STEP_MIME)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setNear(aimOf(event).spot);
  }

  function onDragLeave({ currentTarget, relatedTarget }: DragEvent) {
    // It is told also when one part of the canvas is left for another.
    if (!currentTarget.contains(relatedTarget as Node | null)) setNear(null);
  }

  return { near, onDrop, onDragOver, onDragLeave };
}

/** A step from which no way leads on cannot stand in the middle of a line. */
function fits(type: StepType, place: Place): boolean {
  return place.kind === 'after' || type.handles.length > 0 || type.dynamicHandles != null;
}
