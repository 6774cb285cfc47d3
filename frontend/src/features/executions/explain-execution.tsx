import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Sparkles } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/failure';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { wordsApi } from '@/lib/api/words';
import type { ExecutionExplanation } from '@/lib/words-types';

interface ExplainProps {
  executionId: string;
  /** What it has come to; an explanation is of one state. */
  state: string;
}

/** Asked once for a state, however many ask. */
function useExplanation({ executionId, state }: ExplainProps) {
  const [wanted, setWanted] = useState(false);
  const explanation = useQuery({
    queryKey: ['explain-execution', executionId, state],
    queryFn: () => wordsApi.explainExecution(executionId),
    enabled: wanted,
    staleTime: Infinity,
    retry: false,
  });
  const ask = () => {
    setWanted(true);
    if (explanation.isError) void explanation.refetch();
  };
  return { explanation, wanted, ask };
}

function AskButton({ busy, onClick }: { busy: boolean; onClick: () => void }) {
  return (
    <Button size="sm" busy={busy} onClick={onClick}>
      <Sparkles aria-hidden />
      Explain
    </Button>
  );
}

const BASIS: Record<ExecutionExplanation['basis'], string> = {
  log: 'Said by rules from the log.',
  model: 'Said by an AI model from the log alone.',
};

/** Why the execution went the way it did, in plain words. */
export function ExplainExecution(props: ExplainProps) {
  const { explanation, wanted, ask } = useExplanation(props);
  return (
    <section aria-labelledby="explanation" className="flex flex-col gap-2 rounded-lg border bg-surface p-3">
      <div className="flex items-center justify-between gap-2">
        <h2 id="explanation" className="font-medium">
          In plain words
        </h2>
        {(!wanted || explanation.isError) && <AskButton busy={explanation.isFetching} onClick={ask} />}
      </div>
      {explanation.isError ? (
        <Notice error={explanation.error} />
      ) : explanation.data ? (
        <Told explanation={explanation.data} />
      ) : wanted ? (
        <Loading label="Reading the log">
          <Skeleton className="h-20" />
        </Loading>
      ) : (
        <p className="text-ink-faint">Why it went the way it did, from its log.</p>
      )}
    </section>
  );
}

function Told({ explanation }: { explanation: ExecutionExplanation }) {
  const { basis, text, sentences, failure } = explanation;
  const said = basis === 'model' ? [text] : sentences.map((sentence) => sentence.text);
  return (
    <div role="status" className="flex flex-col gap-2">
      {said
        .filter((sentence) => sentence !== failure?.whatToDo)
        .map((sentence, index) => (
          <p key={index} className="wrap-anywhere whitespace-pre-line">
            {sentence}
          </p>
        ))}
      {failure && <WhatToDo text={failure.whatToDo} />}
      <p className="text-sm text-ink-faint">{BASIS[basis]}</p>
    </div>
  );
}

/** What failed at one step, and what can be done about it. */
export function ExplainStep({ stepRunId, ...props }: ExplainProps & { stepRunId: string }) {
  const { explanation, wanted, ask } = useExplanation(props);
  if (!wanted || explanation.isPending || explanation.isError)
    return (
      <div className="flex flex-col items-start gap-2">
        <AskButton busy={wanted && explanation.isFetching} onClick={ask} />
        {wanted && explanation.isError && <Notice error={explanation.error} />}
      </div>
    );
  const { sentences, failure } = explanation.data;
  const own = sentences.filter((sentence) => sentence.stepRunId === stepRunId);
  const isCause = failure?.stepRunId === stepRunId;
  return (
    <div role="status" className="flex flex-col gap-1 rounded-md bg-sunken px-3 py-2">
      {own
        .filter((sentence) => sentence.text !== failure?.whatToDo)
        .map((sentence, index) => (
          <p key={index} className="wrap-anywhere">
            {sentence.text}
          </p>
        ))}
      {isCause && <WhatToDo text={failure.whatToDo} />}
      {own.length === 0 && !isCause && <p>The log says no more about this step.</p>}
    </div>
  );
}

function WhatToDo({ text }: { text: string }) {
  return (
    <p className="wrap-anywhere">
      <span className="font-medium">What to do: </span>
      {text}
    </p>
  );
}
