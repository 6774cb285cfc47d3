import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useParams } from 'react-router';
import { FieldTable } from '@/features/events/field-table';
import { ProducerExamples } from '@/features/events/producer-examples';
import { SendTestEvent } from '@/features/events/send-test-event';
import { WhereUsed } from '@/features/events/where-used';
import { JsonTree } from '@/components/json/json-tree';
import { Tag } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { CopyText } from '@/components/ui/copy-text';
import { Failure } from '@/components/ui/failure';
import { Card, Page } from '@/components/ui/page';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { Tabs } from '@/components/ui/tabs';
import type { EventType } from '@/lib/api-types';
import { inWords } from '@/lib/format/words';
import { isObject, type JsonValue } from '@/lib/json';
import { queries } from '@/lib/queries';
import { may } from '@/lib/roles';
import { useUser } from '@/lib/use-session';

const PARENT = { to: '/event-types', label: 'Event types' };

export function Component() {
  const { type = '' } = useParams();
  const eventType = useQuery(queries.eventType(type));

  if (eventType.isError) {
    return (
      <Page title="Event type" parent={PARENT}>
        <Card>
          <Failure error={eventType.error} onRetry={() => void eventType.refetch()} />
        </Card>
      </Page>
    );
  }
  if (eventType.isPending) {
    return (
      <Page title="Event type" parent={PARENT}>
        <Loading label="Loading the event type">
          <Skeleton className="h-96 w-full rounded-lg" />
        </Loading>
      </Page>
    );
  }
  return <EventTypeView eventType={eventType.data} />;
}

function EventTypeView({ eventType }: { eventType: EventType }) {
  const [tab, setTab] = useState<'fields' | 'example' | 'send'>('fields');
  const user = useUser();
  const start = testDataIn(useLocation().state) ?? eventType.example;
  return (
    <Page
      title={eventType.title}
      parent={PARENT}
      about={<About eventType={eventType} />}
      actions={
        eventType.own &&
        may(user, 'administer') && (
          <Button asChild>
            <Link to={`/event-types/${encodeURIComponent(eventType.type)}/edit`}>Edit</Link>
          </Button>
        )
      }
    >
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <Card className="p-5">
          <Tabs
            label="What to see of the event type"
            value={tab}
            onChange={setTab}
            tabs={[
              { value: 'fields', label: 'Fields', content: <FieldTable schema={eventType.schema} /> },
              {
                value: 'example',
                label: 'Example',
                content: <JsonTree label="Data" value={eventType.example} />,
              },
              { value: 'send', label: 'How to send it', content: <ProducerExamples type={eventType} /> },
            ]}
          />
        </Card>
        <div className="flex flex-col gap-4">
          <Titled title="Workflows that it starts">
            <WhereUsed type={eventType.type} />
          </Titled>
          <Titled title="Send a test event">
            {may(user, 'operate') ? (
              <SendTestEvent key={eventType.type} eventType={eventType} start={start} />
            ) : (
              <p className="text-ink-faint">
                Your role can look at event types. Ask an operator to send one.
              </p>
            )}
          </Titled>
        </div>
      </div>
    </Page>
  );
}

/** The data of an event that was seen to arrive, handed over by the page that showed it. */
function testDataIn(state: unknown): JsonValue {
  return isObject(state) ? state.testData : undefined;
}

function About({ eventType }: { eventType: EventType }) {
  return (
    <>
      <p className="max-w-3xl">{eventType.description}</p>
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm">
        <Tag>{inWords(eventType.category)}</Tag>
        {eventType.own && <Tag>Your own</Tag>}
        <CopyText text={eventType.type} label="type" />
        <span>
          on topic <CopyText text={eventType.topic} label="topic" />
        </span>
      </div>
    </>
  );
}

function Titled({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card className="p-5">
      <h2 className="mb-3 font-semibold">{title}</h2>
      {children}
    </Card>
  );
}
