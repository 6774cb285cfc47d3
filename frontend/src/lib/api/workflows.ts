import type { Page, PublishedVersion, Workflow, WorkflowProblem, WorkflowSummary } from '@/lib/api-types';
import type { WorkflowDefinition } from '@/lib/definition';
import { client } from '@/lib/http/client';
import type { DefinitionDiff, WorkflowDraft, WorkflowExport } from '@/lib/workflow-types';

const pathOf = (id: string, rest = '') => `/api/workflows/${encodeURIComponent(id)}${rest}`;
const post = <T>(path: string, body: unknown = {}) => client.json<T>(path, { method: 'POST', body });

/** What is done to drafts and their versions. */
export const workflowsApi = {
  create: (draft: WorkflowDraft) => post<Workflow>('/api/workflows', draft),
  /** A workflow as it was exported; a Blob of YAML is sent as such. */
  importText: (document: Blob) => post<Workflow>('/api/workflows/import', document),
  save: (id: string, revision: number, draft: WorkflowDraft) =>
    client.json<Workflow>(pathOf(id), {
      method: 'PUT',
      body: draft,
      headers: { 'If-Match': `"${revision}"` },
    }),
  validate: (definition: WorkflowDefinition, signal: AbortSignal) =>
    client.json<{ problems: WorkflowProblem[] }>('/api/workflows/validate', {
      method: 'POST',
      body: { definition },
      signal,
    }),
  versions: (id: string) => client.json<Page<PublishedVersion>>(pathOf(id, '/versions')),
  diff: (id: string, from: string, to: string) =>
    client.json<DefinitionDiff>(pathOf(id, `/versions/${from}/diff/${to}`)),
  restore: (id: string, version: number, revision: number) =>
    client.json<Workflow>(pathOf(id, `/versions/${version}/restore`), {
      method: 'POST',
      body: {},
      headers: { 'If-Match': `"${revision}"` },
    }),
  export: async (id: string, format: 'json' | 'yaml') =>
    (await client.open(pathOf(id, `/export?format=${format}`))).blob(),
  exported: (id: string) => client.json<WorkflowExport>(pathOf(id, '/export?format=json')),
  archive: (id: string) => post<WorkflowSummary>(pathOf(id, '/archive')),
  unarchive: (id: string) => post<WorkflowSummary>(pathOf(id, '/unarchive')),
  pause: (id: string) => post<WorkflowSummary>(pathOf(id, '/pause')),
  resume: (id: string) => post<WorkflowSummary>(pathOf(id, '/resume')),
  remove: (id: string) => client.json<undefined>(pathOf(id), { method: 'DELETE' }),
};
