import { expect, test, type APIRequestContext } from '@playwright/test';
import { browser } from '../e2e/browser';
import { apiOf, tokenOf, type Api } from '../e2e/session';
import { percentile, tell } from './figures';
import { HISTORY } from './made-up-history';

const WARM_UP = 10;
const REQUESTS = 50;

/** Each as the pages ask for it. */
const EXECUTIONS = {
  all: 'limit=50',
  'a workflow, half of all': `workflowId=${HISTORY.workflow}&limit=50`,
  'a workflow, a fortieth': `workflowId=${HISTORY.rareWorkflow}&limit=50`,
  'a workflow, its oldest version': `workflowId=${HISTORY.workflow}&version=1&limit=50`,
  failed: 'status=FAILED&limit=50',
  'waiting, failed or cancelled': 'status=WAITING%2CFAILED%2CCANCELLED&limit=50',
  'failed, of a workflow without failures': `status=FAILED&workflowId=${HISTORY.workflow}&limit=50`,
  'trigger: event': 'trigger=EVENT&limit=50',
  'event type': 'trigger=EVENT&eventType=com.automatrix.call.missed.v1&limit=50',
  'all of the history': `${HISTORY.months}&limit=50`,
  'a day': `${HISTORY.day}&limit=50`,
  'a day, failed, by an event': `${HISTORY.day}&status=FAILED&trigger=EVENT&limit=50`,
  'a vehicle, of ten executions': 'businessKey=vin777&limit=50',
  'a customer by its name': 'businessKey=customer%3Ac-777&limit=50',
  'a key of all executions': 'businessKey=service&limit=50',
  'a customer that is unknown': 'businessKey=nobody%40example.test&limit=50',
  'how the key of a thousand begins': 'businessKeyPart=vin77&limit=50',
  'how a key ends': 'businessKeyPart=9777&limit=50',
  'how a key of all begins': 'businessKeyPart=serv&limit=50',
  'how no key begins or ends': 'businessKeyPart=nobody&limit=50',
  'ended within an hour': `${HISTORY.endedHour}&limit=50`,
  'words of all errors': 'text=connection+timed+out&limit=50',
  'words of one error': 'text=ref+7794&limit=50',
  'words of no error': 'text=unheard&limit=50',
  'correlation id': 'correlationId=corr-02-777&limit=50',
};

const CHARTS = {
  'a day by the hour': HISTORY.day,
  'three months by the day': HISTORY.threeMonths,
  'three months, one workflow': `${HISTORY.threeMonths}&workflowId=${HISTORY.workflow}`,
};

const OTHERS = {
  'follow one vehicle': '/api/journeys?key=vin777',
  'inbox, mine': '/api/tasks?scope=mine&state=OPEN&limit=50',
  'inbox, everyone’s': '/api/tasks?scope=all&state=OPEN&limit=50',
  'inbox, overdue': '/api/tasks?scope=all&state=OPEN&overdue=true&limit=50',
  'inbox, done': '/api/tasks?scope=all&state=DONE&limit=50',
  'inbox, counts of the rail': '/api/tasks/counts',
  outbox: '/api/messages?limit=50',
  'outbox, texts': '/api/message-templates',
  'blocked addresses': '/api/messages/suppressions?limit=50',
  consents: '/api/consents?address=nobody%40example.test',
  leads: '/api/leads?limit=50',
  'leads, unreadable': '/api/leads?quality=UNREADABLE&limit=50',
  'event types': '/api/event-types',
  'dead letters': '/api/dead-letters?state=OPEN&limit=50',
  'dead letters, words of the reason': '/api/dead-letters?reason=schema&limit=50',
  'dead letters, topics': '/api/dead-letters/topics',
  webhooks: '/api/webhooks',
  workflows: '/api/workflows?limit=50',
  'workflows, names': '/api/workflows?limit=100',
  triggers: '/api/triggers',
  schedules: '/api/schedules',
  templates: '/api/templates?limit=200',
  'step types': '/api/step-types',
  prompts: '/api/prompts',
  'AI models': '/api/ai/models',
  'AI budgets': '/api/ai/budgets',
  'AI calls': '/api/ai/calls',
  'audit log': '/api/audit?limit=50',
  'audit log, one action': '/api/audit?action=WORKFLOW_PUBLISHED&limit=50',
  users: '/api/users?limit=100',
  'service accounts': '/api/users/services',
  credentials: '/api/credentials?limit=100',
  dealership: '/api/settings/dealership',
};

test('how fast the executions are listed', async ({ request }) => {
  const api = await apiOf(request);
  await tellOfHistory(api);
  const measure = await measurer(request, 'list of executions');

  for (const [what, query] of Object.entries(EXECUTIONS)) await measure(what, `/api/executions?${query}`);
  await measure('a page deep inside', `/api/executions?limit=50&cursor=${await cursorInside(api)}`);
});

test('how fast the charts are', async ({ request }) => {
  const measure = await measurer(request, 'chart');
  const since = (days: number) => {
    const now = Date.now();
    return `from=${new Date(now - days * 86_400_000).toISOString()}&to=${new Date(now).toISOString()}`;
  };

  for (const [what, query] of Object.entries(CHARTS)) await measure(what, `/api/dashboard?${query}`);
  for (const days of [1, 7, 30, 90])
    await measure(`the last ${days * 24} hours`, `/api/dashboard?${since(days)}`);
  const today = new Date().toISOString().slice(0, 10);
  await measure('AI usage of today', `/api/ai/usage?from=${today}&to=${today}`);
});

test('how fast an execution is shown', async ({ request }) => {
  const api = await apiOf(request);
  const measure = await measurer(request, 'an execution');
  const [longest] = (await api<Listed>(`/api/executions?${HISTORY.months}&limit=1`)).items;
  const path = `/api/executions/${longest?.id}`;
  const { nextCursor } = await api<Listed>(`${path}/attempts`);

  await measure('facts', path);
  await measure('10,000 attempts, first page', `${path}/attempts`);
  await measure('10,000 attempts, second page', `${path}/attempts?cursor=${nextCursor}`);
  await measure('one step run', `${path}/logs?stepRunId=s1&limit=200`);
  await measure('related', `${path}/related`);
});

test('how fast the other lists are', async ({ request }) => {
  const measure = await measurer(request, 'other list');
  for (const [what, path] of Object.entries(OTHERS)) await measure(what, path);
});

interface Listed {
  items: { id: string }[];
  nextCursor: string | null;
}

/** Asks for a path over and over, through the gateway, by one client. */
async function measurer(request: APIRequestContext, part: string) {
  const headers = { Authorization: `Bearer ${await tokenOf(request)}` };
  const ask = async (path: string) => {
    const begin = performance.now();
    const answer = await fetch(`${browser.baseURL}${path}`, { headers });
    const text = await answer.text();
    expect(answer.ok, `${path}: ${text}`).toBe(true);
    return performance.now() - begin;
  };
  return async (what: string, path: string) => {
    const times: number[] = [];
    for (let at = 0; at < WARM_UP + REQUESTS; at += 1) times.push(await ask(path));
    const taken = times.slice(WARM_UP);
    const [value, p95] = [percentile(taken, 0.5), percentile(taken, 0.95)];
    tell({ part, what, value, p95, unit: 'ms', aim: 'p95 < 300' });
  };
}

async function tellOfHistory(api: Api): Promise<void> {
  const { totals } = await api<{ totals: { ended: Record<string, number> } }>(
    `/api/dashboard?${HISTORY.months}`,
  );
  const ended = Object.values(totals.ended).reduce((sum, count) => sum + count, 0);
  expect(ended, 'a made-up history, as "./automatrix bench history --fill" makes it').toBeGreaterThan(0);
  tell({ part: 'history', what: 'made up, and ended', value: ended, unit: 'executions' });
}

/** The cursor of a page in the middle of the made-up history. */
async function cursorInside(api: Api): Promise<string> {
  const middle = 'to=2001-03-01T00:00:00Z';
  return (await api<Listed>(`/api/executions?${middle}&limit=1`)).nextCursor ?? '';
}
