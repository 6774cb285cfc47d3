import { useCallback } from 'react';
import { getViewportForBounds, useReactFlow, useStoreApi } from '@xyflow/react';
import type { ViewCommand } from '@/features/editor/commands';
import type { EditorCommands, PickRequest } from '@/features/editor/editor-context';
import { addNote } from '@/features/editor/model/note-edits';
import { marginsFor } from '@/features/editor/model/opening';
import { selected } from '@/features/editor/model/editor-state';
import { afterItsSize, uncovered } from '@/features/editor/uncovered';
import { centreOn, middleOf } from '@/features/editor/use-reveal';
import { START } from '@/features/editor/canvas/elements';
import { elementOf, focusSettings } from '@/features/editor/focus';
import type { View } from '@/features/editor/model/view';
import type { Panels } from '@/features/editor/use-panels';

/** So many steps can be seen at once, each with its state, while they are tried. */
const FEW = 25;

/** What the view does when it is told to. */
export function useViewCommands(view: View, panels: Panels, commands: EditorCommands) {
  const { run, update, pick, closeStart } = commands;
  const flow = useReactFlow();

  const store = useStoreApi();
  const centre = useCallback(
    (id: string) => {
      // What opens beside the canvas makes it narrower first.
      window.requestAnimationFrame(() => {
        const box = view.drawn.get(id);
        if (box) centreOn(flow, store.getState().domNode, box, Math.max(0.8, Math.min(1, flow.getZoom())));
      });
    },
    [flow, store, view],
  );

  const goTo = useCallback(
    (id: string | null) => {
      if (id === null) return;
      closeStart();
      update((now) => selected(now, [id]));
      centre(id);
    },
    [centre, closeStart, update],
  );

  function fit() {
    const { domNode, width, minZoom } = store.getState();
    if (!domNode) return;
    const seen = uncovered(domNode);
    const isBeside = document.querySelector('[data-settings]') !== null;
    const padding = marginsFor(view.drawn, isBeside ? 0 : width);
    const all = flow.getNodesBounds(flow.getNodes());
    const viewport = getViewportForBounds(all, seen.width, seen.height, minZoom, 1, padding);
    void flow.setViewport(viewport, { duration: 160 });
  }

  function show(command: ViewCommand) {
    switch (command) {
      case 'fit':
        fit();
        return;
      case 'zoom-in':
        void flow.zoomIn({ duration: 120 });
        return;
      case 'zoom-out':
        void flow.zoomOut({ duration: 120 });
        return;
      case 'zoom-actual':
        void flow.zoomTo(1, { duration: 120 });
        return;
      case 'add':
        pick(requestHere(view.steps.length === 0));
        return;
      case 'note':
        run(addNote(middleOf(flow, store.getState().domNode)));
        focusSettings();
        return;
      case 'clear':
        closeStart();
        update((now) => selected(now, []));
        return;
      default:
        panels.toggle(command);
        if (isSheet(command) || (command === 'test' && view.steps.length <= FEW)) afterItsSize(fit);
    }
  }

  return { show, goTo };
}

/** On a narrow screen these take more than half of the canvas, and what was in its middle would be out of sight. */
function isSheet(command: ViewCommand): boolean {
  return (command === 'versions' || command === 'test') && window.matchMedia('(width < 48rem)').matches;
}

/**
 * Asks in the middle of the canvas, or beside the card of the start while there is nothing else; where the step goes is
 * decided when it is known which one it is.
 */
function requestHere(isEmpty: boolean): PickRequest {
  const start = isEmpty ? elementOf(START)?.getBoundingClientRect() : undefined;
  if (start) return { place: { kind: 'auto' }, at: start };
  const canvas = document.querySelector('.react-flow')?.getBoundingClientRect();
  const at = { x: (canvas?.x ?? 0) + (canvas?.width ?? 0) / 2 - 160, y: (canvas?.y ?? 0) + 80 };
  return { place: { kind: 'auto' }, at };
}
