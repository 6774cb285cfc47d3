import { useEffect, useMemo, useState } from 'react';
import type { Catalogue } from '@/features/editor/model/catalogue';
import type { Definition } from '@/features/editor/model/steps';
import { problemsInWords } from '@/features/editor/problems/problem-words';
import type { WorkflowProblem } from '@/lib/api-types';
import { workflowsApi } from '@/lib/api/workflows';

const PAUSE_MS = 350;

export interface Validation {
  problems: WorkflowProblem[];
  /** Whether they are about an earlier form of the definition. */
  isBehind: boolean;
}

/** What the server says is wrong with the definition, asked again a moment after each change. */
export function useValidation(
  definition: Definition,
  atStart: WorkflowProblem[],
  catalogue: Catalogue,
): Validation {
  const [found, setFound] = useState({ problems: atStart, of: definition });

  useEffect(() => {
    if (found.of === definition) return;
    const abort = new AbortController();
    const timer = window.setTimeout(() => {
      workflowsApi.validate(definition, abort.signal).then(
        ({ problems }) => setFound({ problems, of: definition }),
        // Without a connection the last answer stands; the saving state says so.
        () => undefined,
      );
    }, PAUSE_MS);
    return () => {
      window.clearTimeout(timer);
      abort.abort();
    };
  }, [definition, found.of]);

  const problems = useMemo(() => problemsInWords(found.problems, found.of, catalogue), [found, catalogue]);
  return { problems, isBehind: found.of !== definition };
}
