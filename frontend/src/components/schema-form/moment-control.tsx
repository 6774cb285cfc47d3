import type { ComponentProps } from 'react';
import { Input } from '@/components/ui/controls';
import type { JsonValue } from '@/lib/json';

interface MomentControlProps extends Omit<ComponentProps<'input'>, 'value'> {
  value: string;
  onValue: (value: JsonValue) => void;
}

/** A date and a time by the clock of the person, kept as an instant in UTC. */
export function MomentControl({ value, onValue, placeholder: _, ...rest }: MomentControlProps) {
  return (
    <Input
      {...rest}
      type="datetime-local"
      step={1}
      value={localOf(value)}
      onChange={(event) => {
        const at = new Date(event.target.value);
        onValue(Number.isNaN(at.getTime()) ? undefined : at.toISOString());
      }}
    />
  );
}

function localOf(iso: string): string {
  const at = new Date(iso);
  if (iso === '' || Number.isNaN(at.getTime())) return '';
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19);
}
