import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { withSample } from '@/features/editor/inspector/model/sample';
import { useCatalogue } from '@/features/editor/inspector/use-catalogue';
import { useSample } from '@/features/editor/inspector/use-sample';
import { scopeOf } from '@/features/editor/model/scope';
import { stateOf } from '@/features/editor/testing/model/draft-run';
import { dataSeen, runOf, trialOf } from '@/features/editor/testing/one-step';
import { sampleEvents } from '@/features/editor/testing/sample-events';
import { useAnswers } from '@/features/editor/testing/use-answers';
import type { Bench } from '@/features/editor/testing/use-bench';
import { building } from '@/lib/api/building';
import type { WorkflowDefinition, WorkflowNode } from '@/lib/definition';
import type { JsonObject } from '@/lib/json';

export type Source = 'past' | 'sample' | 'own';

/** A step that is tried alone: the data that it sees, and what became of it. */
export function useTrial(definition: WorkflowDefinition, node: WorkflowNode, bench: Bench) {
  const { pins, past, onStates } = bench;
  const catalogue = useCatalogue();
  const sample = useSample();
  const { answers } = useAnswers(definition, pins);
  const [source, setSource] = useState<Source>(past === null ? 'sample' : 'past');
  const [own, setOwn] = useState<JsonObject>({});
  const scope = useMemo(
    () => withSample(scopeOf(definition, catalogue, node.id), sample),
    [definition, catalogue, node.id, sample],
  );
  const found = useMemo(
    () => dataSeen(scope, pins, source === 'past' ? past : null),
    [scope, pins, source, past],
  );
  const data = source === 'own' ? own : found;

  const run = useMutation({
    mutationFn: async () => {
      const trial = trialOf(definition, node, data, answers);
      const events = sampleEvents(trial.definition, catalogue.eventTypes, data);
      const test = events.length === 0 ? trial.test : { ...trial.test, events };
      const { results } = await building.simulate('Test of one step', trial.definition, [test]);
      const [result] = results;
      if (!result) throw new Error('Expected the result of the step, but there is none. Try again.');
      return { result, step: runOf(result, node.id) };
    },
    onSuccess: ({ step }) => onStates(step === null ? new Map() : new Map([[node.id, stateOf(step)]])),
  });

  const clear = useEffectEvent(() => onStates(new Map()));
  useEffect(() => () => clear(), []);

  function choose(next: Source) {
    if (next === 'own') setOwn(data);
    setSource(next);
  }

  function write(next: JsonObject) {
    setOwn(next);
    setSource('own');
  }

  return { source, choose, data, write, run };
}
