import { Input } from '@/components/ui/controls';
import { DebouncedSearch } from '@/components/ui/debounced-search';

type Name = 'actor' | 'action' | 'subject' | 'from' | 'to';

interface AuditFiltersProps {
  filters: Record<Name, string>;
  onChange: (name: Name, value: string) => void;
}

const TEXTS: { name: Name; label: string }[] = [
  { name: 'actor', label: 'Who' },
  { name: 'action', label: 'What was done' },
  { name: 'subject', label: 'To what' },
];

export function AuditFilters({ filters, onChange }: AuditFiltersProps) {
  return (
    <div
      role="search"
      aria-label="Find entries"
      className="grid grid-cols-1 gap-3 sm:grid-cols-2 xl:grid-cols-5"
    >
      {TEXTS.map(({ name, label }) => (
        <DebouncedSearch
          key={name}
          label={label}
          value={filters[name]}
          onChange={(value) => onChange(name, value)}
        />
      ))}
      {(['from', 'to'] as const).map((name) => (
        <label key={name} className="flex items-center gap-2 text-ink-faint">
          <span className="w-8">{name === 'from' ? 'From' : 'To'}</span>
          <Input type="date" value={filters[name]} onChange={(event) => onChange(name, event.target.value)} />
        </label>
      ))}
    </div>
  );
}
