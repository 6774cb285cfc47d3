import type { ExecutionFilters } from '@/features/executions/model/filters';
import { TRIGGERS } from '@/features/executions/model/words';
import { Select } from '@/components/ui/controls';
import type { TriggerKind, WorkflowSummary } from '@/lib/api-types';
import { eventInWords } from '@/lib/format/words';

interface TriggerSelectProps {
  filters: Pick<ExecutionFilters, 'trigger' | 'eventType'>;
  workflows: WorkflowSummary[];
  onChange: (changes: Pick<ExecutionFilters, 'trigger' | 'eventType'>) => void;
}

/** What began an execution: a kind of trigger, or one type of the events that workflows listen to. */
export function TriggerSelect({ filters, workflows, onChange }: TriggerSelectProps) {
  const heard = workflows.flatMap(({ triggers }) => triggers.flatMap(({ eventType }) => eventType ?? []));
  const eventTypes = [...new Set(filters.eventType ? [...heard, filters.eventType] : heard)].sort();

  return (
    <Select
      aria-label="Trigger"
      value={filters.eventType || filters.trigger}
      onChange={({ target: { value } }) =>
        onChange(value in TRIGGERS ? { trigger: value, eventType: '' } : { trigger: '', eventType: value })
      }
    >
      <option value="">Any trigger</option>
      {(Object.keys(TRIGGERS) as TriggerKind[]).map((kind) => (
        <option key={kind} value={kind}>
          {kind === 'EVENT' ? 'Any event' : TRIGGERS[kind]}
        </option>
      ))}
      {eventTypes.length > 0 && (
        <optgroup label="Events">
          {eventTypes.map((type) => (
            <option key={type} value={type}>
              {eventInWords(type)}
            </option>
          ))}
        </optgroup>
      )}
    </Select>
  );
}
