import { useState } from 'react';
import { Problem } from '@/lib/http/problem';

/** What is wrong, by the place of the field (a JSON Pointer into the value). */
export type Mistakes = Record<string, string>;

export interface Editing<T> {
  value: T;
  /** Whether something was typed that is not kept yet. */
  isChanged: boolean;
  change: (place: string, next: T) => void;
  /** What is wrong at a place, once something was typed there or the form was sent. */
  errorAt: (place: string) => string | null;
  /** Takes over what the server said about the fields. */
  refuse: (error: unknown) => void;
  /** What the server refused and no field shows. */
  elsewhere: unknown;
  discard: () => void;
  /** The value to send, or null after showing what is wrong with it. */
  submit: () => T | null;
}

/** A form over a value that is kept elsewhere: what is typed stays, also when the kept value changes meanwhile. */
export function useEditing<T>(kept: T, check: (value: T) => Mistakes): Editing<T> {
  const keptText = JSON.stringify(kept);
  const [value, setValue] = useState(kept);
  const [base, setBase] = useState(keptText);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [sent, setSent] = useState(false);
  const [refused, setRefused] = useState<{ mistakes: Mistakes; error: unknown }>({
    mistakes: {},
    error: null,
  });

  if (base !== keptText) {
    setBase(keptText);
    if (JSON.stringify(value) === base) setValue(kept);
  }

  const mistakes = check(value);
  function restart(next: T) {
    setValue(next);
    setTouched(new Set());
    setSent(false);
    setRefused({ mistakes: {}, error: null });
  }

  return {
    value,
    isChanged: JSON.stringify(value) !== keptText,
    change: (place, next) => {
      setValue(next);
      setTouched((current) => new Set(current).add(place));
      setRefused({ mistakes: {}, error: null });
    },
    errorAt: (place) => {
      const found = mistakes[place] ?? refused.mistakes[place];
      return found !== undefined && (sent || touched.has(place)) ? found : null;
    },
    refuse: (error) => setRefused(readRefusal(error)),
    elsewhere: refused.error,
    discard: () => restart(kept),
    submit: () => {
      setSent(true);
      setRefused({ mistakes: {}, error: null });
      return Object.keys(mistakes).length === 0 ? value : null;
    },
  };
}

function readRefusal(error: unknown): { mistakes: Mistakes; error: unknown } {
  if (!(error instanceof Problem)) return { mistakes: {}, error };
  const mistakes = Object.fromEntries(
    error.violations.map(({ pointer, message }) => [pointer, message] as const),
  );
  return { mistakes, error };
}
