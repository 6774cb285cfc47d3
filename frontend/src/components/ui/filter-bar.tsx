import { ToggleGroup } from 'radix-ui';

interface FilterProps<T extends string> {
  label: string;
  value: T;
  options: { value: T; label: string }[];
  onChange: (value: T) => void;
}

const itemLook =
  'h-8 rounded-md px-2.5 font-medium text-ink-faint transition-colors hover:bg-hover hover:text-ink data-[state=on]:bg-accent-soft data-[state=on]:text-accent-ink';

/** One of a few, all in sight. */
export function Filter<T extends string>({ label, value, options, onChange }: FilterProps<T>) {
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        if (next !== '') onChange(next as T);
      }}
      className="flex flex-wrap gap-1"
    >
      {options.map((option) => (
        <ToggleGroup.Item key={option.value} value={option.value} className={itemLook}>
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}

interface AnyFilterProps<T extends string> {
  label: string;
  /** None is all. */
  values: T[];
  options: { value: T; label: string }[];
  onChange: (values: T[]) => void;
}

/** Any of a few, all in sight. */
export function AnyFilter<T extends string>({ label, values, options, onChange }: AnyFilterProps<T>) {
  return (
    <ToggleGroup.Root
      type="multiple"
      aria-label={label}
      value={values}
      onValueChange={(next) => onChange(next as T[])}
      className="flex flex-wrap gap-1"
    >
      {options.map((option) => (
        <ToggleGroup.Item key={option.value} value={option.value} className={itemLook}>
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
