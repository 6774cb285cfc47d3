/** What a person meets is drawn with the next frames: a step that must first come into sight, a panel that opens. */
const PATIENCE = 40;

/** Puts the focus on what `find` finds, as soon as it is there. */
export function focusSoon(find: () => HTMLElement | null, patience = PATIENCE): void {
  const found = find();
  if (found) {
    found.focus({ preventScroll: true });
    // As if one had come there by the Tab key: what is typed then takes the place of what was there.
    if (found instanceof HTMLInputElement) found.select();
  } else if (patience > 0) window.requestAnimationFrame(() => focusSoon(find, patience - 1));
}

/** A step or note where it is worked with: in the outline if that is open, else on the canvas. */
export function elementOf(id: string): HTMLElement | null {
  const name = CSS.escape(id);
  return (
    document.querySelector<HTMLElement>(`[data-step="${name}"]`) ??
    document.querySelector<HTMLElement>(`.react-flow__node[data-id="${name}"]`)
  );
}

export function canvas(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[data-canvas]');
}

/** Goes to the first thing that can be filled in or pressed in the panel that comes beside the canvas. */
export function focusSettings(): void {
  // What stands there so far is about another step.
  window.requestAnimationFrame(() => focusSoon(firstSetting));
}

function firstSetting(): HTMLElement | null {
  return document.querySelector<HTMLElement>(
    '[data-settings] :is(input, select, textarea, button):not(:disabled)',
  );
}

export function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
