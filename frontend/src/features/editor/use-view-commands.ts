import { useCallback } from 'react';
import { useReactFlow } from '@xyflow/react';
import type { ViewCommand } from '@/features/editor/commands';
import type { PickRequest } from '@/features/editor/editor-context';
import { selected, type EditorState } from '@/features/editor/model/editor-state';
import { middle } from '@/features/editor/model/geometry';
import type { View } from '@/features/editor/model/view';
import type { Panels } from '@/features/editor/use-panels';

interface Options {
  state: EditorState;
  view: View;
  panels: Panels;
  update: (change: (state: EditorState) => EditorState) => void;
  pick: (request: PickRequest) => void;
  closeStart: () => void;
}

const FIT = { padding: 0.18, maxZoom: 1, duration: 160 };

/** What the view does when it is told to. */
export function useViewCommands({ state, view, panels, update, pick, closeStart }: Options) {
  const flow = useReactFlow();

  const centre = useCallback(
    (id: string) => {
      const box = view.boxes.get(id);
      if (!box) return;
      const at = middle(box);
      void flow.setCenter(at.x, at.y, { zoom: Math.max(0.8, Math.min(1, flow.getZoom())), duration: 160 });
    },
    [flow, view],
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

  function show(command: ViewCommand) {
    switch (command) {
      case 'fit':
        return void flow.fitView(FIT);
      case 'zoom-in':
        return void flow.zoomIn({ duration: 120 });
      case 'zoom-out':
        return void flow.zoomOut({ duration: 120 });
      case 'zoom-actual':
        return void flow.zoomTo(1, { duration: 120 });
      case 'add':
        return pick(requestHere());
      case 'clear':
        closeStart();
        return update((now) => selected(now, []));
      case 'note':
        return state.selection.length === 1 ? panels.toggle('note') : undefined;
      default:
        return panels.toggle(command);
    }
  }

  return { show, goTo, centre };
}

/** Asks in the middle of the canvas; where the step goes is decided when it is known which one it is. */
function requestHere(): PickRequest {
  const canvas = document.querySelector('.react-flow')?.getBoundingClientRect();
  const at = { x: (canvas?.x ?? 0) + (canvas?.width ?? 0) / 2 - 160, y: (canvas?.y ?? 0) + 80 };
  return { place: { kind: 'auto' }, at };
}
