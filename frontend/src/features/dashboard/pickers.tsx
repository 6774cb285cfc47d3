import { CUSTOM, TIMES, type DashboardFilters } from '@/features/dashboard/model/range';
import { TimeRange } from '@/components/form/time-range';
import { Select } from '@/components/ui/controls';
import type { WorkflowSummary } from '@/lib/api-types';

interface PickersProps {
  filters: DashboardFilters;
  workflows: WorkflowSummary[];
  onChange: (changes: Partial<DashboardFilters>) => void;
}

export function Pickers({ filters, workflows, onChange }: PickersProps) {
  return (
    <div className="flex flex-col gap-3" role="search" aria-label="What is shown">
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <Select
          aria-label="Time"
          value={filters.time}
          onChange={(event) => onChange({ time: event.target.value, from: '', to: '' })}
        >
          {TIMES.map((time) => (
            <option key={time.value} value={time.value}>
              {time.label}
            </option>
          ))}
        </Select>
        <Select
          aria-label="Workflow"
          value={filters.workflowId}
          onChange={(event) => onChange({ workflowId: event.target.value })}
        >
          <option value="">All workflows</option>
          {workflows.map((workflow) => (
            <option key={workflow.id} value={workflow.id}>
              {workflow.name}
            </option>
          ))}
        </Select>
      </div>
      {filters.time === CUSTOM && <TimeRange from={filters.from} to={filters.to} onChange={onChange} />}
    </div>
  );
}
