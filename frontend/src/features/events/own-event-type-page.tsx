import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { OwnEventTypeForm } from '@/features/events/own-event-type-form';
import { Failure } from '@/components/ui/failure';
import { Card, Page } from '@/components/ui/page';
import { RowSkeletons } from '@/components/ui/skeleton';
import type { OwnEventType } from '@/lib/events-types';
import { queries } from '@/lib/queries';

const PARENT = { to: '/event-types', label: 'Event types' };

const NEW: OwnEventType = {
  type: '',
  title: '',
  topic: 'dealership.',
  description: '',
  schema: { type: 'object', properties: {}, required: [] },
  example: {},
};

export function Component() {
  const { type } = useParams();
  const types = useQuery(queries.eventTypes());
  const kept = type === undefined ? NEW : types.data?.find((each) => each.type === type && each.own);
  const title = type === undefined ? 'A new event type' : (kept?.title ?? 'Event type');

  return (
    <Page
      title={title}
      parent={PARENT}
      about="What one of your systems tells, and workflows can be started by."
    >
      {types.isError ? (
        <Card>
          <Failure error={types.error} onRetry={() => void types.refetch()} />
        </Card>
      ) : types.isPending ? (
        <Card>
          <RowSkeletons />
        </Card>
      ) : kept === undefined ? (
        <Card className="p-8 text-center text-ink-faint">
          There is no event type of your own with this name.
        </Card>
      ) : (
        <OwnEventTypeForm
          key={type}
          kept={kept}
          isNew={type === undefined}
          known={types.data.map((each) => each.type)}
        />
      )}
    </Page>
  );
}
