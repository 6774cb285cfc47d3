import { useCallback, useState } from 'react';
import type { ViewCommand } from '@/features/editor/commands';

/** Beside the canvas there is room for one of these at a time. */
const SIDE: readonly ViewCommand[] = ['outline', 'json'];
const RIGHT: readonly ViewCommand[] = ['versions', 'test', 'words'];

/** Whether something is open right of the canvas. */
export function hasSide(open: ReadonlySet<ViewCommand>): boolean {
  return RIGHT.some((panel) => open.has(panel));
}

export interface Panels {
  open: ReadonlySet<ViewCommand>;
  toggle: (panel: ViewCommand) => void;
  close: (panel: ViewCommand) => void;
}

/** Which parts of the editor are in sight. */
export function usePanels(atStart: readonly ViewCommand[]): Panels {
  const [open, setOpen] = useState<ReadonlySet<ViewCommand>>(() => new Set(atStart));
  const toggle = useCallback((panel: ViewCommand) => {
    setOpen((now) => {
      const group = [SIDE, RIGHT].find((one) => one.includes(panel)) ?? [];
      const next = new Set([...now].filter((one) => !group.includes(one)));
      if (now.has(panel)) next.delete(panel);
      else next.add(panel);
      return next;
    });
  }, []);
  const close = useCallback(
    (panel: ViewCommand) => setOpen((now) => new Set([...now].filter((one) => one !== panel))),
    [],
  );
  return { open, toggle, close };
}
