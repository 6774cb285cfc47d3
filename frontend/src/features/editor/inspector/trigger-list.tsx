import { Plus, Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { InspectorProps } from '@/features/editor/inspector/inspector';
import { addedTrigger, changedTrigger } from '@/features/editor/inspector/model/edit';
import { TriggerFields } from '@/features/editor/inspector/trigger-fields';
import { triggerInWords } from '@/lib/format/words';

const KINDS = [
  { type: 'event', label: 'When something happens' },
  { type: 'schedule', label: 'At certain times' },
  { type: 'webhook', label: 'When another system calls' },
] as const;

/** What starts executions besides people and programs. */
export function TriggerList({ definition, problems, readOnly, onChange }: InspectorProps) {
  const triggers = definition.triggers ?? [];
  return (
    <div className="flex min-w-0 flex-col gap-3">
      {triggers.length === 0 && (
        <p className="text-ink-faint">
          Nothing starts it by itself yet: somebody starts it by hand. What else shall start it?
        </p>
      )}
      {triggers.map((trigger, at) => (
        <section
          key={at}
          aria-label={triggerInWords(trigger)}
          className="flex min-w-0 flex-col gap-3 rounded-md border p-3"
        >
          <header className="flex items-center gap-2">
            <h3 className="min-w-0 flex-1 truncate font-medium">{triggerInWords(trigger)}</h3>
            {!readOnly && (
              <Button
                variant="quiet"
                size="icon"
                aria-label={`Remove ${triggerInWords(trigger)}`}
                onClick={() => onChange(changedTrigger(definition, at, null), 'Remove a trigger')}
              >
                <Trash2 aria-hidden />
              </Button>
            )}
          </header>
          <TriggerFields
            trigger={trigger}
            base={`/triggers/${at}`}
            problems={problems}
            readOnly={readOnly}
            onTrigger={(next) => onChange(changedTrigger(definition, at, next), 'Change a trigger')}
          />
        </section>
      ))}
      {!readOnly && (
        <div className="flex flex-col items-start gap-1.5">
          {KINDS.map(({ type, label }) => (
            <Button
              key={type}
              size="sm"
              onClick={() => onChange(addedTrigger(definition, type), 'Add a trigger')}
            >
              <Plus aria-hidden />
              {label}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
