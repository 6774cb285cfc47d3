import { useState } from 'react';

interface TitleFieldProps {
  name: string;
  readOnly: boolean;
  onChange: (name: string) => void;
}

/** The workflow's name, changed where it stands. */
export function TitleField({ name, readOnly, onChange }: TitleFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);

  function finish() {
    const next = typed?.trim();
    if (next && next !== name) onChange(next);
    setTyped(null);
  }

  if (readOnly) return <h1 className="min-w-0 truncate font-semibold">{name}</h1>;
  return (
    <h1 className="min-w-24 flex-1 font-semibold">
      <input
        aria-label="Name of the workflow"
        className="w-full min-w-0 truncate rounded-md border border-transparent bg-transparent px-1.5 py-0.5 font-semibold hover:border-line-strong focus-visible:outline-offset-0"
        value={typed ?? name}
        maxLength={120}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setTyped(null);
        }}
      />
    </h1>
  );
}
