import { useEffect, useState } from 'react';
import { SearchInput } from '@/components/ui/controls';

interface DebouncedSearchProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  className?: string;
}

const PAUSE_MS = 250;

/** A search box that tells what was typed once the typing pauses. */
export function DebouncedSearch({ label, value, onChange, className }: DebouncedSearchProps) {
  const [typed, setTyped] = useState<string | null>(null);

  useEffect(() => {
    if (typed === null) return;
    const timer = window.setTimeout(() => {
      onChange(typed.trim());
      setTyped(null);
    }, PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [typed, onChange]);

  return (
    <SearchInput
      aria-label={label}
      placeholder={label}
      className={className}
      value={typed ?? value}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
