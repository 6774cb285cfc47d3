import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';

interface TimeRangeProps {
  from: string;
  to: string;
  onChange: (changes: { from?: string; to?: string }) => void;
}

/** From and to, by the clock of the person; instants in UTC outside. */
export function TimeRange({ from, to, onChange }: TimeRangeProps) {
  const isBackwards = from !== '' && to !== '' && from >= to;
  return (
    <div className="grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-4">
      <Field label="From">
        {(ids) => (
          <Input
            {...ids}
            type="datetime-local"
            value={localOf(from)}
            onChange={(event) => onChange({ from: instantOf(event.target.value) })}
          />
        )}
      </Field>
      <Field label="To" error={isBackwards ? 'This is not after the beginning.' : null}>
        {(ids) => (
          <Input
            {...ids}
            type="datetime-local"
            value={localOf(to)}
            onChange={(event) => onChange({ to: instantOf(event.target.value) })}
          />
        )}
      </Field>
    </div>
  );
}

function instantOf(local: string): string {
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? '' : at.toISOString();
}

function localOf(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return '';
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
