import type { Page } from '@/lib/api-types';
import { withQuery, type Filters } from '@/lib/api/with-query';
import { client } from '@/lib/http/client';
import type { Dashboard, JourneyLeg } from '@/lib/insight-types';

/** What the pages ask that show how the automations do. */
export const insight = {
  dashboard: (filters: Filters) => client.json<Dashboard>(withQuery('/api/dashboard', filters)),
  journey: (filters: Filters) => client.json<Page<JourneyLeg>>(withQuery('/api/journeys', filters)),
  executionsCsv: async (filters: Filters) =>
    (
      await client.open(withQuery('/api/executions/export', filters), { headers: { Accept: 'text/csv' } })
    ).blob(),
};
