import { useQuery } from '@tanstack/react-query';
import { CalendarClock } from 'lucide-react';
import { Link } from 'react-router';
import { SchedulesTable } from '@/features/schedules/schedules-table';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Failure } from '@/components/ui/failure';
import { Card, Page } from '@/components/ui/page';
import { RowSkeletons } from '@/components/ui/skeleton';
import { queries } from '@/lib/queries';

export function Component() {
  const schedules = useQuery(queries.allSchedules());
  return (
    <Page title="Schedules" about="What starts by the clock, and when it does so next.">
      <Card>
        {schedules.isPending ? (
          <RowSkeletons />
        ) : schedules.isError ? (
          <Failure error={schedules.error} onRetry={() => void schedules.refetch()} />
        ) : schedules.data.length === 0 ? (
          <EmptyState
            icon={CalendarClock}
            title="Nothing starts by the clock yet"
            action={
              <Button asChild>
                <Link to="/workflows">Go to Workflows</Link>
              </Button>
            }
          >
            A published workflow with a schedule shows up here.
          </EmptyState>
        ) : (
          <SchedulesTable schedules={schedules.data} />
        )}
      </Card>
    </Page>
  );
}
