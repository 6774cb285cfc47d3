import { useInfiniteQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { Badge, Tag, type Tone } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Failure } from '@/components/ui/failure';
import { LoadMore } from '@/components/ui/load-more';
import { Card } from '@/components/ui/page';
import { RowSkeletons } from '@/components/ui/skeleton';
import type { LogLine } from '@/lib/api-types';
import { preciseTime } from '@/lib/format/time';
import { queries } from '@/lib/queries';

const RENEWED_MS = 5_000;

const LEVELS: Record<LogLine['level'], { tone: Tone; word: string }> = {
  INFO: { tone: 'cancelled', word: 'Info' },
  WARN: { tone: 'compensating', word: 'Warning' },
  ERROR: { tone: 'failed', word: 'Error' },
};

/** What the services logged about an execution. */
export function LogLines({ id }: { id: string }) {
  // The last lines come a little after the end.
  const list = useInfiniteQuery({ ...queries.executionLogLines(id), refetchInterval: RENEWED_MS });
  const lines = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card>
      {list.isPending ? (
        <RowSkeletons rows={3} />
      ) : list.isError && lines.length === 0 ? (
        <Failure error={list.error} onRetry={() => void list.refetch()} />
      ) : lines.length === 0 ? (
        <EmptyState icon={ScrollText} title="Nothing was logged">
          A service writes a line when an attempt fails or something is out of the ordinary. Lines are kept
          for 30 days.
        </EmptyState>
      ) : (
        <ol aria-label="Log lines" className="divide-y">
          {lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ol>
      )}
      <LoadMore query={list} />
    </Card>
  );
}

function Line({ line }: { line: LogLine }) {
  const level = LEVELS[line.level];
  return (
    <li className="px-4 py-2.5">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-faint">
        <Badge tone={level.tone}>{level.word}</Badge>
        <Tag>{line.service}</Tag>
        <time dateTime={line.at} className="tabular-nums">
          {preciseTime(line.at)}
        </time>
        <span className="truncate" title={line.logger}>
          {line.logger.split('.').at(-1)}
        </span>
      </div>
      <p className="mt-1 font-mono text-sm break-words text-ink">{line.message}</p>
      {line.exception && (
        <details className="mt-1">
          <summary className="cursor-pointer text-sm text-accent-ink">Stack trace</summary>
          <pre className="mt-1 max-h-80 overflow-auto rounded-md bg-sunken p-3 text-xs" tabIndex={0}>
            {line.exception}
          </pre>
        </details>
      )}
    </li>
  );
}
