export interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

/** Whether a key press is one of the shortcuts, as in "Ctrl+Shift+Z Ctrl+Y". On a Mac, Ctrl is also Command. */
export function fits(shortcut: string | undefined, pressed: Pressed): boolean {
  return shortcut !== undefined && shortcut.split(' ').some((one) => fitsOne(one, pressed));
}

function fitsOne(shortcut: string, pressed: Pressed): boolean {
  const parts = shortcut.split('+').filter(Boolean);
  const key = shortcut.endsWith('+') ? '+' : (parts.at(-1) ?? '');
  const needs = (name: string) => parts.slice(0, -1).includes(name);
  const letter = /^[a-z]$/i.test(key);
  return (
    (letter ? pressed.key.toLowerCase() === key.toLowerCase() : pressed.key === key) &&
    (pressed.ctrlKey || pressed.metaKey) === needs('Ctrl') &&
    pressed.altKey === needs('Alt') &&
    // A sign such as "?" needs Shift on some keyboards and not on others.
    (!(letter || key.length > 1) || pressed.shiftKey === needs('Shift'))
  );
}

const SIGNS: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
};

/** The keys of the first way to press a shortcut, for people. */
export function keysOf(shortcut: string): string[] {
  const first = shortcut.split(' ')[0] ?? '';
  const keys = first.endsWith('+') ? [...first.split('+').slice(0, -2), '+'] : first.split('+');
  return keys.map((key) => SIGNS[key] ?? key);
}
