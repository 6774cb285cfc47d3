import { Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Input, Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { SchedulePreview } from '@/features/editor/start/schedule-preview';
import type { EventType } from '@/lib/api-types';
import type { Trigger } from '@/lib/definition';
import { triggerInWords } from '@/lib/format/words';

interface TriggerFieldsProps {
  trigger: Trigger;
  eventTypes: EventType[];
  readOnly: boolean;
  onChange: (change: Partial<Trigger>) => void;
  onRemove: () => void;
}

/** One thing that starts the workflow, with its settings. */
export function TriggerFields({ trigger, eventTypes, readOnly, onChange, onRemove }: TriggerFieldsProps) {
  const name = trigger.type === 'event' && trigger.eventType === '' ? 'An event' : triggerInWords(trigger);
  return (
    <section aria-label={name} className="flex flex-col gap-3 rounded-lg border p-3">
      <div className="flex items-center gap-2">
        <h3 className="min-w-0 flex-1 truncate font-medium">{name}</h3>
        {!readOnly && (
          <Button variant="quiet" size="icon" aria-label={`Remove ${name}`} onClick={onRemove}>
            <Trash2 aria-hidden />
          </Button>
        )}
      </div>
      {trigger.type === 'event' && (
        <Field label="Event">
          {(ids) => (
            <Select
              {...ids}
              value={trigger.eventType}
              disabled={readOnly}
              onChange={(event) => onChange({ eventType: event.target.value })}
            >
              <option value="">Choose an event</option>
              {known(eventTypes, trigger.eventType).map(({ type, title }) => (
                <option key={type} value={type}>
                  {title}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {trigger.type === 'schedule' && (
        <>
          <Field label="When" hint="Minute, hour, day of the month, month, day of the week.">
            {(ids) => (
              <Input
                {...ids}
                className="font-mono"
                value={trigger.cron ?? ''}
                readOnly={readOnly}
                placeholder="30 8 * * MON-FRI"
                onChange={(event) => onChange({ cron: event.target.value, every: undefined })}
              />
            )}
          </Field>
          <SchedulePreview trigger={trigger} />
        </>
      )}
      {trigger.type !== 'schedule' && (
        <Field label="Only if" required={false} hint="An expression over the input that must be true.">
          {(ids) => (
            <Input
              {...ids}
              className="font-mono"
              value={trigger.filter ?? ''}
              readOnly={readOnly}
              placeholder="{{ input.channel = 'FORM' }}"
              onChange={(event) => onChange({ filter: event.target.value })}
            />
          )}
        </Field>
      )}
    </section>
  );
}

/** The catalogue, and the chosen type even if the catalogue has not come or does not know it. */
function known(eventTypes: EventType[], chosen: string): { type: string; title: string }[] {
  const all = [...eventTypes].sort((a, b) => a.title.localeCompare(b.title));
  return chosen === '' || all.some(({ type }) => type === chosen)
    ? all
    : [...all, { type: chosen, title: chosen }];
}
