import { useState } from 'react';
import { PRODUCERS, producerExample, type Producer } from '@/features/events/model/producers';
import { CopyText } from '@/components/ui/copy-text';
import { Tabs } from '@/components/ui/tabs';
import type { EventType } from '@/lib/api-types';

const ALL = Object.keys(PRODUCERS) as Producer[];

/** How other systems send events of the type, each to be copied whole. */
export function ProducerExamples({ type }: { type: EventType }) {
  const [producer, setProducer] = useState<Producer>('curl');
  return (
    <Tabs
      label="By what to send it"
      value={producer}
      onChange={setProducer}
      tabs={ALL.map((value) => ({
        value,
        label: PRODUCERS[value],
        content: <Code text={producerExample(value, type, window.location.origin)} />,
      }))}
    />
  );
}

function Code({ text }: { text: string }) {
  return (
    <div className="min-w-0 rounded-md border bg-sunken">
      <div className="flex h-8 items-center justify-end border-b pr-1">
        <CopyText text={text} label="example" shown="Copy" />
      </div>
      <pre className="max-h-[32rem] overflow-auto px-3 py-2 font-mono text-xs leading-5" tabIndex={0}>
        {text}
      </pre>
    </div>
  );
}
