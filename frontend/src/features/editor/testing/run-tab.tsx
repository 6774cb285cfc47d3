import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Play } from 'lucide-react';
import { nodeName } from '@/components/graph/model/graph';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/failure';
import { useCatalogue } from '@/features/editor/inspector/use-catalogue';
import { AnswerList } from '@/features/editor/testing/answer-list';
import { RunInput, useRunInput } from '@/features/editor/testing/run-input';
import { RunResult } from '@/features/editor/testing/run-result';
import { runAsTest } from '@/features/editor/testing/model/draft-run';
import { useAnswers } from '@/features/editor/testing/use-answers';
import type { Bench } from '@/features/editor/testing/use-bench';
import { usePlay } from '@/features/editor/testing/use-play';
import { building } from '@/lib/api/building';
import type { WorkflowDefinition } from '@/lib/definition';

/** Runs the draft in the engine with answers instead of workers, and shows each step on the canvas. */
export function RunTab({ definition, bench }: { definition: WorkflowDefinition; bench: Bench }) {
  const { pins, onPin, onRun, onStates } = bench;
  const start = useRunInput(definition);
  const { asked, answers } = useAnswers(definition, pins);
  const [readable, setReadable] = useState(true);
  const run = useMutation({
    mutationFn: async () => {
      const test = runAsTest(start.input, start.trigger, answers);
      const { results } = await building.simulate('Test run', definition, [test]);
      const [result] = results;
      if (result) onRun({ input: start.input, result });
      return result;
    },
  });
  const types = new Map(useCatalogue().stepTypes.map((type) => [type.type, type]));
  const nameOf = (id: string) =>
    nodeName(
      definition.nodes.find((node) => node.id === id),
      id,
      types,
    );
  const shown = usePlay(definition, run.data, onStates);

  return (
    <div className="flex min-w-0 flex-col gap-4">
      <p className="rounded-md bg-accent-soft px-3 py-2 text-sm text-accent-ink">
        Nothing is sent and no time passes: samples answer for people, messages, AI and other systems.
      </p>
      <RunInput start={start} onReadable={setReadable} />
      <AnswerList asked={asked} answers={answers} pins={pins} onPin={onPin} />
      <Button variant="primary" busy={run.isPending} disabled={!readable} onClick={() => run.mutate()}>
        <Play aria-hidden />
        Run the draft
      </Button>
      {run.isError && <Notice error={run.error} />}
      {run.data && <RunResult nameOf={nameOf} result={run.data} shown={shown} onPin={onPin} />}
    </div>
  );
}
