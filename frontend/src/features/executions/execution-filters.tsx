import { useState } from 'react';
import { ChevronDown } from 'lucide-react';
import {
  RANGES,
  RARE_FILTERS,
  TIMES,
  type ExecutionFilters as Filters,
} from '@/features/executions/model/filters';
import { STATUSES } from '@/features/executions/model/words';
import { RareFilters } from '@/features/executions/rare-filters';
import { TimeRange } from '@/components/form/time-range';
import { TriggerSelect } from '@/features/executions/trigger-select';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/controls';
import { DebouncedSearch } from '@/components/ui/debounced-search';
import { AnyFilter } from '@/components/ui/filter-bar';
import type { ExecutionStatus, WorkflowSummary } from '@/lib/api-types';
import { cx } from '@/lib/cx';

const NO_RANGE = { from: '', to: '' };

interface ExecutionFiltersProps {
  filters: Filters;
  workflows: WorkflowSummary[];
  onChange: (changes: Partial<Filters>) => void;
}

export function ExecutionFilters({ filters, workflows, onChange }: ExecutionFiltersProps) {
  const [showsRare, setShowsRare] = useState(RARE_FILTERS.some((name) => filters[name] !== ''));
  const statuses = filters.status === '' ? [] : (filters.status.split(',') as ExecutionStatus[]);

  return (
    <div className="flex flex-col gap-3" role="search" aria-label="Find executions">
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <DebouncedSearch
          label="Customer, VIN or RO number"
          value={filters.businessKey}
          onChange={(businessKey) => onChange({ businessKey })}
        />
        <Select
          aria-label="Workflow"
          value={filters.workflowId}
          onChange={(event) => onChange({ workflowId: event.target.value, version: '' })}
        >
          <option value="">All workflows</option>
          {workflows.map((workflow) => (
            <option key={workflow.id} value={workflow.id}>
              {workflow.name}
            </option>
          ))}
        </Select>
        <TriggerSelect filters={filters} workflows={workflows} onChange={onChange} />
        <Select
          aria-label="Time"
          value={filters.time}
          onChange={(event) =>
            onChange({ time: event.target.value, ...(RANGES.includes(event.target.value) ? {} : NO_RANGE) })
          }
        >
          {TIMES.map((time) => (
            <option key={time.value} value={time.value}>
              {time.label}
            </option>
          ))}
        </Select>
        {showsRare && <RareFilters filters={filters} workflows={workflows} onChange={onChange} />}
      </div>
      {RANGES.includes(filters.time) && <TimeRange from={filters.from} to={filters.to} onChange={onChange} />}
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <AnyFilter
          label="Status"
          values={statuses}
          options={STATUSES}
          onChange={(next) => onChange({ status: next.join(',') })}
        />
        <Button variant="quiet" aria-expanded={showsRare} onClick={() => setShowsRare(!showsRare)}>
          <ChevronDown className={cx('transition-transform', showsRare && 'rotate-180')} aria-hidden />
          More filters
        </Button>
      </div>
    </div>
  );
}
