import { expect } from '@playwright/test';
import type { Api } from './session';

export interface Definition {
  settings?: object;
  triggers?: object[];
  nodes: object[];
  edges?: object[];
}

/** Saves a workflow over HTTP, as a draft. */
export async function draft(api: Api, name: string, definition: Definition): Promise<string> {
  const whole = { specVersion: '1', triggers: [], edges: [], ...definition };
  return (await api<{ id: string }>('/api/workflows', { data: { name, definition: whole } })).id;
}

/** Publishes a workflow over HTTP; what starts it is listened to when this returns. */
export async function publish(api: Api, name: string, definition: Definition): Promise<string> {
  const id = await draft(api, name, definition);
  await publishDraft(api, id);
  if (definition.triggers?.length) await awaitTrigger(api, id);
  return id;
}

export const publishDraft = (api: Api, id: string) => api(`/api/workflows/${id}/publish`, { data: {} });

export async function execute(api: Api, workflowId: string, input: object = {}): Promise<string> {
  return (await api<{ id: string }>(`/api/workflows/${workflowId}/execute`, { data: { input } })).id;
}

/** What a test has made is put away, so that the next lead does not start it. */
export const archive = (api: Api, id: string) => api(`/api/workflows/${id}/archive`, { data: {} });

/** Returns when what starts the workflow is listened to. */
export async function awaitTrigger(api: Api, workflowId: string): Promise<void> {
  await expect
    .poll(async () => {
      const triggers = await api<{ items: { workflowId: string; active: boolean }[] }>('/api/triggers');
      return triggers.items.some((trigger) => trigger.workflowId === workflowId && trigger.active);
    })
    .toBe(true);
}
