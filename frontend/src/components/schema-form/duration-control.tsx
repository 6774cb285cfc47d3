import { useState, type ComponentProps } from 'react';
import { isoOf, spanOf, UNITS, type Unit } from '@/components/schema-form/model/duration';
import { Input, Select } from '@/components/ui/controls';
import type { JsonValue } from '@/lib/json';

interface DurationControlProps extends Omit<ComponentProps<'input'>, 'value'> {
  value: string;
  onValue: (value: JsonValue) => void;
}

/** An amount and a unit; a duration that mixes units is edited as its ISO-8601 text. */
export function DurationControl({ value, onValue, ...rest }: DurationControlProps) {
  const span = value === '' ? null : spanOf(value);
  const [unit, setUnit] = useState<Unit>(span?.unit ?? 'minutes');
  if (value !== '' && span === null) {
    return <Input {...rest} value={value} onChange={(event) => onValue(event.target.value || undefined)} />;
  }
  const change = (amount: string, next: Unit) =>
    onValue(isoOf({ amount: amount.trim() === '' ? null : Number(amount), unit: next }));
  const shown = span?.unit ?? unit;
  return (
    <div className="flex gap-2">
      <Input
        {...rest}
        inputMode="numeric"
        className="max-w-28"
        value={span?.amount ?? ''}
        onChange={(event) => change(event.target.value, shown)}
      />
      <span className="w-36">
        <Select
          aria-label="Unit"
          value={shown}
          onChange={(event) => {
            const next = event.target.value as Unit;
            setUnit(next);
            if (span) change(String(span.amount), next);
          }}
        >
          {UNITS.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </Select>
      </span>
    </div>
  );
}
