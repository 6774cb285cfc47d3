import type { ReactNode } from 'react';
import { Tabs } from '@/components/ui/tabs';

const VIEWS = { steps: '', time: 'time', log: 'log' } as const;

type View = keyof typeof VIEWS;

interface WhatHappenedProps {
  /** As it stands in the address; empty for the steps. */
  view: string;
  onView: (view: string) => void;
  steps: ReactNode;
  timeLine: ReactNode;
  /** Null for those who may not read them. */
  logLines: ReactNode | null;
}

export function WhatHappened({ view, onView, steps, timeLine, logLines }: WhatHappenedProps) {
  const tabs: { value: View; label: string; content: ReactNode }[] = [
    { value: 'steps', label: 'Steps', content: steps },
    { value: 'time', label: 'Time line', content: timeLine },
  ];
  if (logLines !== null) tabs.push({ value: 'log', label: 'Log lines', content: logLines });
  return (
    <Tabs
      label="What happened"
      value={tabs.find(({ value }) => VIEWS[value] === view)?.value ?? 'steps'}
      onChange={(value) => onView(VIEWS[value])}
      tabs={tabs}
    />
  );
}
