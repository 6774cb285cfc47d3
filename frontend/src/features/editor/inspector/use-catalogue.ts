import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Catalogue } from '@/features/editor/model/scope';
import { queries } from '@/lib/queries';

/** What is known of step types and events, empty until it is there. */
export function useCatalogue(): Catalogue & { isLoading: boolean } {
  const steps = useQuery(queries.stepTypes());
  const events = useQuery(queries.eventTypes());
  return useMemo(
    () => ({ stepTypes: steps.data ?? [], eventTypes: events.data ?? [], isLoading: steps.isPending }),
    [steps.data, events.data, steps.isPending],
  );
}
