import { useEffect, useEffectEvent, useState } from 'react';
import { statesAfter, type NodeRunState } from '@/features/editor/testing/model/draft-run';
import type { TestResult } from '@/lib/building-types';
import type { WorkflowDefinition } from '@/lib/definition';

const STEP_MS = 220;
const WHOLE_MS = 6_000;

/** Shows the attempts of a result one after the other, so that one can follow them on the canvas. */
export function usePlay(
  definition: WorkflowDefinition,
  result: TestResult | undefined,
  onStates: (states: ReadonlyMap<string, NodeRunState>) => void,
): number {
  const [shown, setShown] = useState(0);
  const tell = useEffectEvent((count: number) => {
    if (result) onStates(statesAfter(definition, result, count));
  });

  useEffect(() => {
    if (!result) return;
    const all = result.steps.length;
    const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    let count = isCalm ? all : 0;
    const show = () => {
      setShown(count);
      tell(count);
    };
    show();
    const timer = setInterval(
      () => {
        if (count >= all) {
          clearInterval(timer);
          return;
        }
        count += 1;
        show();
      },
      Math.min(STEP_MS, WHOLE_MS / Math.max(all, 1)),
    );
    return () => clearInterval(timer);
  }, [result]);

  const clear = useEffectEvent(() => onStates(new Map()));
  useEffect(() => () => clear(), []);
  return shown;
}
