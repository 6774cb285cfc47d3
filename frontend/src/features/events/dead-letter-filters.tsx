import { useQuery } from '@tanstack/react-query';
import { Select } from '@/components/ui/controls';
import { DebouncedSearch } from '@/components/ui/debounced-search';
import { Filter } from '@/components/ui/filter-bar';
import { eventsQueries } from '@/lib/events-queries';

type Name = 'state' | 'topic' | 'reason';

interface DeadLetterFiltersProps {
  state: string;
  filters: Record<Name, string>;
  onChange: (name: Name, value: string) => void;
}

const STATES = [
  { value: 'OPEN', label: 'Open' },
  { value: 'REPLAYED', label: 'Replayed' },
  { value: 'DISCARDED', label: 'Discarded' },
  { value: 'ALL', label: 'All' },
];

export function DeadLetterFilters({ state, filters, onChange }: DeadLetterFiltersProps) {
  const topics = useQuery(eventsQueries.deadLetterTopics());
  return (
    <div role="search" aria-label="Find dead letters" className="flex flex-wrap items-center gap-3">
      <DebouncedSearch
        label="Search the reasons"
        className="w-full sm:w-72"
        value={filters.reason}
        onChange={(reason) => onChange('reason', reason)}
      />
      <span className="w-full sm:w-64">
        <Select
          aria-label="Topic"
          value={filters.topic}
          onChange={(event) => onChange('topic', event.target.value)}
        >
          <option value="">Every topic</option>
          {topics.data?.map(({ topic, open }) => (
            <option key={topic} value={topic}>
              {topic} ({open} open)
            </option>
          ))}
        </Select>
      </span>
      <Filter
        label="State"
        value={state}
        options={STATES}
        onChange={(next) => onChange('state', next === 'OPEN' ? '' : next)}
      />
    </div>
  );
}
