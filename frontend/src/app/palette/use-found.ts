import { useEffect, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { queries } from '@/lib/queries';
import type { ExecutionSummary, Page } from '@/lib/api-types';
import { matches, type Place } from '@/app/palette/model/places';

const PAUSE_MS = 200;
const MOST = 6;
const SHORTEST = 2;
const SHORTEST_PART = 3;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface Found {
  workflows: Place[];
  executions: Place[];
  templates: Place[];
  isSearching: boolean;
}

/** Workflows, templates and executions (by id, business key or correlation id) that fit what is typed. */
export function useFound(typed: string): Found {
  const query = useSettled(typed.trim());
  const enabled = query.length >= SHORTEST;
  const workflows = useQuery({
    queryKey: ['palette', 'workflows', query],
    queryFn: () => api.workflows({ query, limit: MOST }),
    enabled,
    placeholderData: keepPreviousData,
  });
  const executions = useQuery({
    queryKey: ['palette', 'executions', query],
    queryFn: () => findExecutions(query),
    enabled,
    placeholderData: keepPreviousData,
  });
  const templates = useQuery({ ...queries.templates(), enabled });
  if (!enabled) return { workflows: [], executions: [], templates: [], isSearching: false };
  return {
    workflows: (workflows.data?.items ?? []).map(({ id, name }) => ({ to: `/workflows/${id}`, label: name })),
    executions: executions.data ?? [],
    templates: (templates.data ?? [])
      .filter(({ name, summary }) => matches({ label: name, words: summary }, query))
      .slice(0, MOST)
      .map(({ id, name }) => ({ to: `/templates/${id}`, label: name })),
    isSearching: workflows.isFetching || executions.isFetching || query !== typed.trim(),
  };
}

async function findExecutions(query: string): Promise<Place[]> {
  if (UUID.test(query)) {
    const execution = await api.execution(query).catch(() => null);
    if (execution !== null)
      return [{ to: `/executions/${execution.id}`, label: `${execution.workflowName}: ${execution.id}` }];
  }
  const [byKey, byCorrelation] = await Promise.all([
    query.length < SHORTEST_PART ? [] : api.executions({ businessKeyPart: query, limit: MOST }).then(itemsOf),
    api.executions({ correlationId: query, limit: MOST }).then(itemsOf),
  ]);
  const found = new Map([...byKey, ...byCorrelation].map((execution) => [execution.id, execution]));
  return [...found.values()].slice(0, MOST).map(({ id, workflowName, businessKeys }) => ({
    to: `/executions/${id}`,
    label: [workflowName, ...Object.values(businessKeys ?? {}).slice(0, 2)].join(' · '),
  }));
}

const itemsOf = ({ items }: Page<ExecutionSummary>) => items;

/** What was typed, once the typing pauses. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [value]);
  return settled;
}
