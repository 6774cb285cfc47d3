import { useMemo, useSyncExternalStore } from 'react';
import { useQuery } from '@tanstack/react-query';
import {
  remembered,
  sampleOfExecution,
  withSample,
  type Sample,
} from '@/features/editor/inspector/model/sample';
import type { ScopeEntry } from '@/components/expression/model/scope-tree';
import { queries } from '@/lib/queries';

/** The execution whose data all fields are shown with; null for samples made of the schemas. */
let chosen: string | null = null;
const listeners = new Set<() => void>();

export function chooseSample(executionId: string | null): void {
  chosen = executionId;
  for (const listener of listeners) listener();
}

export function useChosenSample(): string | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => chosen,
  );
}

export function useSample(): Sample | null {
  const id = useChosenSample();
  const execution = useQuery({ ...queries.execution(id ?? ''), enabled: id !== null });
  const logs = useQuery({ ...queries.executionLogs(id ?? ''), enabled: id !== null });
  return useMemo(
    () => (id !== null && execution.data && logs.data ? sampleOfExecution(execution.data, logs.data) : null),
    [id, execution.data, logs.data],
  );
}

/** Scopes by place, with the values of the chosen execution; the same place gives the same list. */
export function useScopes(of: (pointer: string) => ScopeEntry[]): (pointer: string) => readonly ScopeEntry[] {
  const sample = useSample();
  return useMemo(() => remembered((pointer) => withSample(of(pointer), sample)), [of, sample]);
}
