import { lazy, Suspense, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ErrorGroups } from '@/features/dashboard/error-groups';
import { ModelLines, StepLines, WorkflowLines } from '@/features/dashboard/lines';
import { FILTERS, query } from '@/features/dashboard/model/range';
import { Pickers } from '@/features/dashboard/pickers';
import { Totals } from '@/features/dashboard/totals';
import { LiveMark } from '@/components/status/live-mark';
import { Failure } from '@/components/ui/failure';
import { Card, Page } from '@/components/ui/page';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { insightQueries } from '@/lib/insight-queries';
import type { Dashboard } from '@/lib/insight-types';
import { queries } from '@/lib/queries';
import { useLiveExecutions } from '@/lib/use-live-executions';
import { useUrlFilters } from '@/lib/use-url-filters';

// The chart library comes after the page.
const EndedChart = lazy(() => import('@/features/dashboard/ended-chart'));
const TimeChart = lazy(() => import('@/features/dashboard/time-chart'));

const RENEWED_MS = 5000;

export function Component() {
  const { filters, setFilters } = useUrlFilters(FILTERS);
  const dashboard = useQuery(insightQueries.dashboard(filters, (now) => query(filters, now)));
  const workflows = useQuery(queries.workflowNames());
  const stream = useLiveExecutions('dashboard', RENEWED_MS);
  return (
    <Page
      title="Dashboard"
      about="Whether your workflows do their work, beside the time before."
      actions={<LiveMark state={stream} />}
    >
      <Pickers filters={filters} workflows={workflows.data ?? []} onChange={setFilters} />
      {dashboard.isPending ? (
        <DashboardSkeleton />
      ) : dashboard.isError && !dashboard.data ? (
        <Card>
          <Failure error={dashboard.error} onRetry={() => void dashboard.refetch()} />
        </Card>
      ) : (
        <Figures dashboard={dashboard.data} workflowId={filters.workflowId} />
      )}
    </Page>
  );
}

function Figures({ dashboard, workflowId }: { dashboard: Dashboard; workflowId: string }) {
  return (
    <div className="flex flex-col gap-4">
      <Totals dashboard={dashboard} />
      <Chart>
        <EndedChart dashboard={dashboard} workflowId={workflowId} />
      </Chart>
      <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
        <Chart>
          <TimeChart
            title="How long executions took"
            about="By when they ended."
            dashboard={dashboard}
            workflowId={workflowId}
            lines={[
              { word: 'Half', stroke: 'var(--running)', value: (part) => part.took.p50Ms },
              { word: '95 of 100', stroke: 'var(--waiting)', dash: '5 4', value: (part) => part.took.p95Ms },
            ]}
          />
        </Chart>
        <Chart>
          <TimeChart
            title="How long they waited for their turn"
            about="By when they began."
            dashboard={dashboard}
            workflowId={workflowId}
            lines={[
              { word: 'On average', stroke: 'var(--running)', value: (part) => part.queue.averageMs },
              { word: 'At most', stroke: 'var(--waiting)', dash: '5 4', value: (part) => part.queue.maxMs },
            ]}
          />
        </Chart>
      </div>
      <ErrorGroups errors={dashboard.errors} />
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-2">
        <WorkflowLines workflows={dashboard.workflows} />
        <StepLines
          title="Steps that fail most"
          empty="No step failed in this time."
          steps={dashboard.failingSteps}
        />
        <StepLines title="Slowest steps" empty="No step ended in this time." steps={dashboard.slowestSteps} />
        <ModelLines models={dashboard.models} />
      </div>
      <p className="text-sm text-ink-faint">Hours and days are those of {dashboard.zone}.</p>
    </div>
  );
}

/** Keeps a chart's place until it is there. */
function Chart({ children }: { children: ReactNode }) {
  return (
    <Suspense
      fallback={
        <Loading label="Loading the chart">
          <Skeleton className="h-76 w-full rounded-lg" />
        </Loading>
      }
    >
      {children}
    </Suspense>
  );
}

function DashboardSkeleton() {
  return (
    <Loading label="Loading the dashboard">
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        {Array.from({ length: 8 }, (_, i) => (
          <Skeleton key={i} className="h-24 rounded-lg" />
        ))}
      </div>
      <Skeleton className="mt-4 h-76 w-full rounded-lg" />
    </Loading>
  );
}
