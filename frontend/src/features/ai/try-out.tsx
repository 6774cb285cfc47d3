import { useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Play } from 'lucide-react';
import { dollars, objectIn, outcomeInWords, sampleOf } from '@/features/ai/model/words';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Checkbox, Textarea } from '@/components/ui/controls';
import { Notice } from '@/components/ui/failure';
import { Field } from '@/components/ui/field';
import { Card } from '@/components/ui/page';
import { aiQueries } from '@/lib/ai-queries';
import type { Prompt, TrialOutcome } from '@/lib/ai-types';
import { aiApi } from '@/lib/api/ai';
import { duration } from '@/lib/format/time';
import type { JsonObject } from '@/lib/json';

/** Asks several models with the same values, and shows their answers side by side. */
export function TryOut({ prompt }: { prompt: Prompt }) {
  const [values, setValues] = useState(JSON.stringify(sampleOf(prompt.content), null, 2));
  const [chosen, setChosen] = useState<string[] | null>(null);
  const models = useQuery(aiQueries.models());
  const ids = models.data?.map(({ id }) => id) ?? [];
  const asked = chosen ?? ids.slice(0, 1);
  const variables = objectIn(values);
  const trial = useMutation({
    mutationFn: (sample: JsonObject) =>
      aiApi.tryPrompt(prompt.id, { variables: sample, content: prompt.content, models: asked }),
  });
  return (
    <div className="flex flex-col gap-5">
      <div className="flex max-w-3xl flex-col gap-4">
        <Field
          label="Sample values"
          hint="One value for each variable, as JSON."
          error={variables === null ? 'Expected a JSON object, but this is none.' : null}
        >
          {(field) => (
            <Textarea
              {...field}
              className="min-h-28 font-mono text-sm"
              spellCheck={false}
              value={values}
              onChange={(event) => setValues(event.target.value)}
            />
          )}
        </Field>
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1.5 font-medium">Models</legend>
          {models.isError && <Notice error={models.error} />}
          {ids.map((id) => (
            <label key={id} className="flex items-center gap-2">
              <Checkbox
                checked={asked.includes(id)}
                onCheckedChange={(on) =>
                  setChosen(on === true ? [...asked, id] : asked.filter((other) => other !== id))
                }
              />
              {id}
            </label>
          ))}
        </fieldset>
        <div>
          <Button
            variant="primary"
            busy={trial.isPending}
            disabled={variables === null || asked.length === 0}
            onClick={() => variables !== null && trial.mutate(variables)}
          >
            <Play aria-hidden />
            Try out
          </Button>
        </div>
        {trial.isError && <Notice error={trial.error} />}
      </div>
      {trial.data && (
        <div className="grid grid-cols-1 gap-4 md:grid-cols-2 xl:grid-cols-3">
          {trial.data.map((outcome, index) => (
            <Outcome key={index} outcome={outcome} />
          ))}
        </div>
      )}
    </div>
  );
}

function Outcome({ outcome }: { outcome: TrialOutcome }) {
  return (
    <Card className="flex flex-col">
      <div className="flex flex-wrap items-center gap-2 border-b bg-sunken px-4 py-2">
        <h3 className="min-w-0 truncate font-medium">{outcome.model}</h3>
        <span className="ml-auto text-sm text-ink-faint tabular-nums">
          {duration(outcome.latencyMs)} · {dollars(outcome.usage?.cost)}
        </span>
      </div>
      <div className="p-4">
        {outcome.code === undefined ? (
          <p className="wrap-anywhere whitespace-pre-wrap">{outcome.text}</p>
        ) : (
          <>
            <Badge tone="failed">{outcomeInWords(outcome.code)}</Badge>
            <p className="mt-2 text-ink-soft">{outcome.message}</p>
          </>
        )}
      </div>
    </Card>
  );
}
