import { useInfiniteQuery } from '@tanstack/react-query';
import { Bot, SearchX } from 'lucide-react';
import { Link } from 'react-router';
import { AiPage } from '@/features/ai/ai-page';
import { OutcomeBadge } from '@/features/ai/outcome-badge';
import { count, dollars, purposeInWords } from '@/features/ai/model/words';
import { Moment } from '@/components/status/moment';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Failure } from '@/components/ui/failure';
import { Filter } from '@/components/ui/filter-bar';
import { LoadMore } from '@/components/ui/load-more';
import { Card } from '@/components/ui/page';
import { RowSkeletons } from '@/components/ui/skeleton';
import { Cell, NameCell, Row, RowLink, Table } from '@/components/ui/table';
import { aiQueries } from '@/lib/ai-queries';
import type { AiCallSummary } from '@/lib/ai-types';
import { duration } from '@/lib/format/time';
import { useUrlFilters } from '@/lib/use-url-filters';

const OUTCOMES = [
  { value: 'all', label: 'All' },
  { value: 'answered', label: 'Answered' },
  { value: 'ai.budget-exhausted', label: 'Over budget' },
  { value: 'ai.invalid-output', label: 'Not usable' },
];

export function Component() {
  const { filters, setFilter, clear, isFiltered } = useUrlFilters([
    'outcome',
    'workflowId',
    'executionId',
    'prompt',
  ]);
  const list = useInfiniteQuery(aiQueries.calls(filters));
  const calls = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <AiPage title="Calls" about="What models were asked, newest first, without personal data.">
      <Filter
        label="Outcome"
        value={filters.outcome === '' ? 'all' : filters.outcome}
        options={OUTCOMES}
        onChange={(outcome) => setFilter('outcome', outcome === 'all' ? '' : outcome)}
      />
      <Card>
        {list.isPending ? (
          <RowSkeletons rows={8} />
        ) : list.isError && calls.length === 0 ? (
          <Failure error={list.error} onRetry={() => void list.refetch()} />
        ) : calls.length === 0 ? (
          <NoCalls isFiltered={isFiltered} onClear={clear} />
        ) : (
          <CallsTable calls={calls} />
        )}
        <LoadMore query={list} />
      </Card>
    </AiPage>
  );
}

function NoCalls({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  return isFiltered ? (
    <EmptyState
      icon={SearchX}
      title="Nothing matches"
      action={<Button onClick={onClear}>Clear the filters</Button>}
    >
      No call fits these filters.
    </EmptyState>
  ) : (
    <EmptyState
      icon={Bot}
      title="No model was asked yet"
      action={
        <Button asChild>
          <Link to="/ai/prompts">Go to Prompts</Link>
        </Button>
      }
    >
      As soon as an AI step runs or a prompt is tried, the call appears here.
    </EmptyState>
  );
}

const HEAD = [
  { label: 'Asked for', className: 'w-[40%]' },
  { label: 'Outcome' },
  { label: 'Tokens', className: 'hidden md:table-cell' },
  { label: 'Cost' },
  { label: 'Took', className: 'hidden md:table-cell' },
  { label: 'When' },
];

function CallsTable({ calls }: { calls: AiCallSummary[] }) {
  return (
    <Table caption="Calls" head={HEAD} stacks>
      {calls.map((call) => (
        <Row key={call.id}>
          <NameCell>
            <RowLink to={`/ai/calls/${call.id}`}>{purposeInWords(call.purpose)}</RowLink>
            <p className="truncate text-sm text-ink-faint">
              {call.provider}/{call.model}
            </p>
          </NameCell>
          <Cell>
            <OutcomeBadge call={call} />
          </Cell>
          <Cell className="hidden tabular-nums md:table-cell">
            {count(call.promptTokens + call.completionTokens)}
          </Cell>
          <Cell className="text-ink-soft tabular-nums">{dollars(call.cost)}</Cell>
          <Cell className="hidden tabular-nums md:table-cell">{duration(call.latencyMs)}</Cell>
          <Cell className="whitespace-nowrap text-ink-soft">
            <Moment at={call.startedAt} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
