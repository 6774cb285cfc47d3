import { useEffect, useMemo, useState } from 'react';
import { blockingProblems } from '@/components/publish/publication';
import { definitionOf, type EditorState } from '@/features/editor/model/editor-state';
import { problemsInWords, welcoming } from '@/features/editor/problems/problem-words';
import type { WorkflowProblem } from '@/lib/api-types';
import { workflowsApi } from '@/lib/api/workflows';

const PAUSE_MS = 350;

export interface Validation {
  problems: WorkflowProblem[];
  /** How many of them keep the draft from being published. */
  errors: number;
  /** Whether they are about an earlier form of the definition. */
  isBehind: boolean;
}

/** What the server says is wrong with the definition, asked again a moment after each change. */
export function useValidation(state: EditorState, atStart: WorkflowProblem[]): Validation {
  const definition = definitionOf(state);
  const { catalogue } = state;
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

  const problems = useMemo(
    () => welcoming(problemsInWords(found.problems, found.of, catalogue)),
    [found, catalogue],
  );
  const errors = blockingProblems(found.problems).length;
  return { problems, errors, isBehind: found.of !== definition };
}
