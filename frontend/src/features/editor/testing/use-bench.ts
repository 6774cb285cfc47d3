import { useCallback, useMemo, useState } from 'react';
import type { NodeRunState, Pin, Pins } from '@/features/editor/testing/model/draft-run';
import type { PastRun } from '@/features/editor/testing/one-step';

/** What trying the draft has brought so far; it is kept while its panel is closed. */
export interface Bench {
  pins: Pins;
  onPin: (id: string, pin: Pin | null) => void;
  past: PastRun | null;
  onRun: (run: PastRun) => void;
  /** Told what each step did, while that is shown. */
  onStates: (states: ReadonlyMap<string, NodeRunState>) => void;
}

export function useBench(onStates: Bench['onStates']): Bench {
  const [pins, setPins] = useState<Pins>(new Map());
  const [past, onRun] = useState<PastRun | null>(null);
  const onPin = useCallback(
    (id: string, pin: Pin | null) =>
      setPins((now) => {
        const next = new Map(now);
        if (pin === null) next.delete(id);
        else next.set(id, pin);
        return next;
      }),
    [],
  );
  return useMemo(() => ({ pins, onPin, past, onRun, onStates }), [pins, onPin, past, onStates]);
}
