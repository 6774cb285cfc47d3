import { useEffect, useRef, useState } from 'react';
import { canvas, elementOf, focusSoon, isFocusLost } from '@/features/editor/focus';
import { useReveal } from '@/features/editor/use-reveal';
import { comingsInWords, nearestStepOf, newStepOf, type Look } from '@/features/editor/model/going-on';

/**
 * Keeps in sight and in focus where a person goes on: at a step that has just been put in, and never nowhere. A screen
 * reader is told what came and went.
 */
export function GoingOn({ view, selection }: Look) {
  const [seen, setSeen] = useState(view);
  const [words, setWords] = useState('');
  if (seen !== view) {
    setSeen(view);
    setWords(comingsInWords(seen, view) ?? words);
  }

  useReveal(view, selection);

  const before = useRef<Look>({ view, selection });
  useEffect(() => {
    const was = before.current;
    const now = { view, selection };
    if (was.view === view && was.selection === selection) return;
    before.current = now;
    const added = newStepOf(was, now);
    if (added !== null) focusSoon(() => elementOf(added));
    // The canvas takes away what is gone only behind this change.
    else window.requestAnimationFrame(() => isFocusLost() && focusAt(nearestStepOf(was, now)));
  }, [view, selection]);

  return (
    <p aria-live="polite" className="sr-only">
      {words}
    </p>
  );
}

function focusAt(step: string | null): void {
  focusSoon(() => (step === null ? canvas() : elementOf(step)));
}
