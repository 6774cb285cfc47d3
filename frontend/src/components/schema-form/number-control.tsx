import { useState, type ComponentProps } from 'react';
import { Input } from '@/components/ui/controls';
import type { JsonValue } from '@/lib/json';

interface NumberControlProps extends Omit<ComponentProps<'input'>, 'value'> {
  integer: boolean;
  value: JsonValue;
  onValue: (value: JsonValue) => void;
}

/** Keeps what is typed ("1.", "-") while the form holds the number that it stands for. */
export function NumberControl({ integer, value, onValue, ...rest }: NumberControlProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const held = typeof value === 'number' && !Number.isNaN(value) ? String(value) : '';
  const stands =
    typed !== null && (typed === '' ? held === '' : Object.is(Number(typed), value) || held === '');
  return (
    <Input
      {...rest}
      inputMode={integer ? 'numeric' : 'decimal'}
      value={stands ? typed : held}
      onChange={(event) => {
        const text = event.target.value;
        setTyped(text);
        onValue(text.trim() === '' ? undefined : Number(text));
      }}
    />
  );
}
