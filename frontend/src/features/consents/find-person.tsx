import { useState } from 'react';
import { whoIn } from '@/features/consents/model/who';
import { Button } from '@/components/ui/button';
import { SearchInput } from '@/components/ui/controls';
import { FieldError } from '@/components/ui/field';
import type { Who } from '@/lib/api/consents';

interface FindPersonProps {
  who: Who | null;
  onFind: (who: Who) => void;
}

const LABEL = 'Phone number, e-mail address or person id';

export function FindPerson({ who, onFind }: FindPersonProps) {
  const [typed, setTyped] = useState(who?.address ?? who?.personId ?? '');
  const [isEmpty, setEmpty] = useState(false);
  return (
    <form
      role="search"
      aria-label="Find a person"
      className="flex flex-col gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        const found = whoIn(typed);
        setEmpty(found === null);
        if (found !== null) onFind(found);
      }}
    >
      <div className="flex gap-2">
        <SearchInput
          aria-label={LABEL}
          placeholder={LABEL}
          className="min-w-0 flex-1 sm:max-w-96"
          autoComplete="off"
          maxLength={254}
          autoFocus={who === null}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" className="h-9" variant={who === null ? 'primary' : 'secondary'}>
          Find
        </Button>
      </div>
      {isEmpty && <FieldError>Enter the customer’s phone number, e-mail address or person id.</FieldError>}
    </form>
  );
}
