import { useMemo } from 'react';
import { explanationOf } from '@/features/editor/model/explanation';
import type { View } from '@/features/editor/model/view';

interface ExplanationProps {
  view: View;
  startWords: string[];
}

/** A workflow told step by step, in the words of the canvas. */
export function Explanation({ view, startWords }: ExplanationProps) {
  const steps = useMemo(() => explanationOf(view), [view]);
  return (
    <div className="flex flex-col gap-3 wrap-anywhere">
      <p>
        <span className="text-ink-faint">Starts when:</span> {startWords.join(' or ')}.
      </p>
      <ol aria-label="What it does" className="flex flex-col gap-2">
        {steps.map(({ id, name, does, level, next }) => (
          <li key={id} className="border-l-2 pl-3" style={{ marginLeft: (level - 1) * 16 }}>
            <p>
              <span className="font-medium">{name}</span>
              {does !== name && <span className="text-ink-soft">: {does}</span>}
            </p>
            {next.length > 0 && <p className="text-sm text-ink-faint">{next.join(' ')}</p>}
          </li>
        ))}
      </ol>
    </div>
  );
}
