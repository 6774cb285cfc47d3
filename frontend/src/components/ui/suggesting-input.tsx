import { useId, type ComponentProps } from 'react';
import { Input } from '@/components/ui/controls';

export interface Suggestion {
  value: string;
  /** What people call it, if that is not the value itself. */
  label?: string;
}

interface SuggestingInputProps extends Omit<ComponentProps<typeof Input>, 'onChange' | 'list' | 'value'> {
  value: string;
  onValue: (value: string) => void;
  suggestions: readonly Suggestion[];
}

/** Something to type, with what is usual to choose from. */
export function SuggestingInput({ value, onValue, suggestions, ...rest }: SuggestingInputProps) {
  const list = useId();
  return (
    <>
      <Input
        {...rest}
        list={list}
        autoComplete="off"
        value={value}
        onChange={(event) => onValue(event.target.value)}
      />
      <datalist id={list}>
        {suggestions.map((one) => (
          <option key={one.value} value={one.value} label={one.label} />
        ))}
      </datalist>
    </>
  );
}
