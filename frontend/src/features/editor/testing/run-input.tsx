import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { entryOf } from '@/components/expression/model/scope-tree';
import { JsonControl } from '@/components/schema-form/json-control';
import { Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { inputSchemaOf } from '@/features/editor/model/scope';
import { api } from '@/lib/api';
import type { WorkflowDefinition } from '@/lib/definition';
import { exactTime } from '@/lib/format/time';
import { inWords, triggerInWords } from '@/lib/format/words';
import type { JsonValue } from '@/lib/json';
import { queries } from '@/lib/queries';
import { useParams } from 'react-router';

export interface RunStart {
  input: JsonValue;
  trigger: string | null;
  source: string;
  definition: WorkflowDefinition;
  setInput: (input: JsonValue) => void;
  setTrigger: (trigger: string | null) => void;
  setSource: (source: string, input: JsonValue) => void;
}

const SAMPLE = 'sample';
const OWN = 'own';

/** What a test run is started with: a sample, what a past execution had, or what one types. */
export function useRunInput(definition: WorkflowDefinition): RunStart {
  const events = useQuery(queries.eventTypes());
  const steps = useQuery(queries.stepTypes());
  const [held, setHeld] = useState<{ source: string; input: JsonValue }>({
    source: SAMPLE,
    input: undefined,
  });
  const [trigger, setTrigger] = useState<string | null>(() => definition.triggers?.[0]?.id ?? null);
  const catalogue = { stepTypes: steps.data ?? [], eventTypes: events.data ?? [] };
  const sample = held.source === SAMPLE ? sampleInput(definition, catalogue, trigger) : undefined;
  return {
    input: held.source === SAMPLE ? sample : held.input,
    trigger,
    source: held.source,
    definition,
    setInput: (input) => setHeld({ source: OWN, input }),
    setTrigger,
    setSource: (source, input) => setHeld({ source, input }),
  };
}

/** The example of the event that starts it, else one made of the schema. */
function sampleInput(
  definition: WorkflowDefinition,
  catalogue: Parameters<typeof inputSchemaOf>[1],
  trigger: string | null,
): JsonValue {
  const by = (definition.triggers ?? []).find((one) => one.id === trigger || trigger === null);
  const event =
    by?.type === 'event' ? catalogue.eventTypes.find((one) => one.type === by.eventType) : undefined;
  if (event && Object.keys(event.example).length > 0) return event.example;
  return entryOf(inputSchemaOf(definition, catalogue), 'input', 'input').sample;
}

export function RunInput({
  start,
  onReadable,
}: {
  start: RunStart;
  onReadable: (readable: boolean) => void;
}) {
  const { id = '' } = useParams();
  const { data } = useQuery({
    queryKey: ['executions', 'samples', id],
    queryFn: async () => (await api.executions({ workflowId: id, limit: 20 })).items,
    enabled: id !== '',
  });
  const triggers = start.definition.triggers ?? [];

  async function choose(source: string) {
    if (source === SAMPLE || source === OWN) start.setSource(source, start.input);
    else start.setSource(source, (await api.execution(source)).input);
  }

  return (
    <div className="flex min-w-0 flex-col gap-3">
      {triggers.length > 0 && (
        <Field label="Started by">
          {(ids) => (
            <Select
              {...ids}
              value={start.trigger ?? ''}
              onChange={(event) => start.setTrigger(event.target.value === '' ? null : event.target.value)}
            >
              <option value="">Somebody, by hand</option>
              {triggers.map((trigger) => (
                <option key={trigger.id} value={trigger.id}>
                  {triggerInWords(trigger)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <Field label="With the input of">
        {(ids) => (
          <Select {...ids} value={start.source} onChange={(event) => void choose(event.target.value)}>
            <option value={SAMPLE}>A sample</option>
            <option value={OWN}>My own</option>
            {data?.map((execution) => (
              <option key={execution.id} value={execution.id}>
                {exactTime(execution.startedAt)}, {inWords(execution.status).toLowerCase()}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <details>
        <summary className="rounded-sm text-sm font-medium text-ink-soft">Show and change the input</summary>
        <div className="mt-2 flex flex-col gap-1">
          <JsonControl
            key={start.source}
            aria-label="Input of the test run"
            rows={10}
            value={start.input}
            onValue={start.setInput}
            onReadable={onReadable}
          />
        </div>
      </details>
    </div>
  );
}
