import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { LayoutTemplate } from 'lucide-react';
import { Link } from 'react-router';
import { FailingWorkflows } from '@/features/home/failing-workflows';
import { NeedsMe } from '@/features/home/needs-me';
import { RecentActivity } from '@/features/home/recent-activity';
import { TodaysNumbers } from '@/features/home/todays-numbers';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Card, Page } from '@/components/ui/page';
import { insightQueries } from '@/lib/insight-queries';
import { queries } from '@/lib/queries';
import { useUser } from '@/lib/use-session';

/** The dealership's own day: a moment of it is widened to the whole. */
const today = (now: number) => ({
  from: new Date(now - 1000).toISOString(),
  to: new Date(now).toISOString(),
  bucket: 'DAY',
});

export function Component() {
  const user = useUser();
  const workflows = useQuery(queries.workflowNames());
  const dashboard = useQuery(insightQueries.dashboard({ day: 'today' }, today));
  const executions = useInfiniteQuery(queries.executions({}));
  const recent = executions.data?.pages[0]?.items ?? [];
  const isNew = workflows.data?.length === 0 && recent.length === 0 && !executions.isPending;
  return (
    <Page title={`Hello${user ? `, ${user.name}` : ''}`} about="What needs you now, and how today goes.">
      {isNew && (
        <Card>
          <EmptyState
            icon={LayoutTemplate}
            title="Create your first workflow from a template"
            action={
              <Button asChild variant="primary">
                <Link to="/templates">See the templates</Link>
              </Button>
            }
          >
            A template is a workflow that is ready for a dealership: it asks you a few questions, then it can
            be published.
          </EmptyState>
        </Card>
      )}
      <TodaysNumbers dashboard={dashboard} />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <NeedsMe />
        <FailingWorkflows dashboard={dashboard} />
      </div>
      <RecentActivity executions={executions} recent={recent.slice(0, 8)} />
    </Page>
  );
}
