import { CalendarClock, Radio, Webhook, type LucideIcon } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import type { Definition } from '@/features/editor/model/steps';
import {
  changedTrigger,
  triggersOf,
  withoutTrigger,
  withTrigger,
  type TriggerKind,
} from '@/features/editor/model/triggers';
import { TriggerFields } from '@/features/editor/start/trigger-fields';
import { queries } from '@/lib/queries';

interface StartPanelProps {
  definition: Definition;
  readOnly: boolean;
  onChange: (next: Definition, label: string, joins?: string) => void;
}

const KINDS: { kind: TriggerKind; label: string; icon: LucideIcon }[] = [
  { kind: 'event', label: 'An event', icon: Radio },
  { kind: 'schedule', label: 'A schedule', icon: CalendarClock },
  { kind: 'webhook', label: 'A webhook', icon: Webhook },
];

/** What starts the workflow, besides a person. */
export function StartPanel({ definition, readOnly, onChange }: StartPanelProps) {
  const eventTypes = useQuery(queries.eventTypes());
  const triggers = triggersOf(definition);
  return (
    <div className="flex flex-col gap-5 p-4">
      <header>
        <h2 className="font-semibold">What starts it</h2>
        <p className="mt-0.5 text-ink-faint">
          {triggers.length === 0
            ? 'Nothing by itself yet: somebody starts it, or another workflow calls it.'
            : 'Each of these starts an execution once the workflow is published.'}
        </p>
      </header>
      {triggers.map((trigger) => (
        <TriggerFields
          key={trigger.id}
          trigger={trigger}
          eventTypes={eventTypes.data ?? []}
          readOnly={readOnly}
          onChange={(change) =>
            onChange(
              changedTrigger(definition, trigger.id, change),
              'Change what starts it',
              `trigger:${trigger.id}`,
            )
          }
          onRemove={() => onChange(withoutTrigger(definition, trigger.id), 'Remove what starts it')}
        />
      ))}
      {!readOnly && (
        <div className="flex flex-col gap-2">
          <h3 className="text-sm font-medium text-ink-faint">Start it by</h3>
          <div className="flex flex-wrap gap-2">
            {KINDS.map(({ kind, label, icon: Icon }) => (
              <Button
                key={kind}
                onClick={() => onChange(withTrigger(definition, kind), `Start by ${label.toLowerCase()}`)}
              >
                <Icon aria-hidden />
                {label}
              </Button>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}
