import type { ExecutionFilters } from '@/features/executions/model/filters';
import { Select } from '@/components/ui/controls';
import { DebouncedSearch } from '@/components/ui/debounced-search';
import type { WorkflowSummary } from '@/lib/api-types';

interface RareFiltersProps {
  filters: ExecutionFilters;
  workflows: WorkflowSummary[];
  onChange: (changes: Partial<ExecutionFilters>) => void;
}

export function RareFilters({ filters, workflows, onChange }: RareFiltersProps) {
  const newest = workflows.find(({ id }) => id === filters.workflowId)?.publishedVersion ?? 0;
  const highest = Math.max(newest, Number(filters.version) || 0);
  const versions = Array.from({ length: highest }, (_, i) => highest - i);

  return (
    <>
      <DebouncedSearch
        label="Words in an error"
        value={filters.text}
        onChange={(text) => onChange({ text })}
      />
      <DebouncedSearch
        label="Correlation id"
        value={filters.correlationId}
        onChange={(correlationId) => onChange({ correlationId })}
      />
      <Select
        aria-label="Version"
        value={filters.version}
        disabled={filters.workflowId === ''}
        onChange={(event) => onChange({ version: event.target.value })}
      >
        <option value="">{filters.workflowId === '' ? 'Version: choose a workflow' : 'All versions'}</option>
        {versions.map((version) => (
          <option key={version} value={version}>
            Version {version}
          </option>
        ))}
      </Select>
    </>
  );
}
