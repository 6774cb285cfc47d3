import { expect, test, type Page } from '@playwright/test';
import { apiOf, signIn } from '../e2e/session';
import { percentile, tell } from './figures';
import { HISTORY } from './made-up-history';

const ROUNDS = 7;

const PAGES = {
  home: '/',
  dashboard: '/dashboard',
  'dashboard, three months of history': `/dashboard?time=range&${HISTORY.threeMonths}`,
  inbox: '/inbox',
  workflows: '/workflows',
  templates: '/templates',
  executions: '/executions',
  'executions of the history': HISTORY.list,
  'follow one vehicle': '/journeys?key=vin777',
  leads: '/leads',
  outbox: '/outbox',
  'event types': '/event-types',
  'dead letters': '/dead-letters',
  schedules: '/schedules',
  prompts: '/ai/prompts',
  users: '/settings/users',
  'audit log': '/settings/audit-log',
};

test('how soon the pages show something', async ({ page, request }) => {
  const api = await apiOf(request);
  const [execution, workflow] = await Promise.all(
    ['executions', 'workflows'].map((list) => api<{ items: { id: string }[] }>(`/api/${list}?limit=1`)),
  );
  await forgetFiles(page);
  await page.goto('/sign-in');
  await measure(page, 'sign in', '/sign-in');
  await signIn(page);

  for (const [what, path] of Object.entries(PAGES)) await measure(page, what, path);
  await measure(page, 'an execution', `/executions/${execution?.items[0]?.id}`);
  await measure(page, 'the builder', `/workflows/${workflow?.items[0]?.id}/edit`);
});

/** Each page is loaded as by somebody who comes for the first time: nothing is taken from the browser's cache. */
async function forgetFiles(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
}

async function measure(page: Page, what: string, path: string): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.goto(path);
    times.push(await page.evaluate(firstContentfulPaint));
    await expect(page.getByRole('heading').first()).toBeVisible();
  }
  tell({
    part: 'first contentful paint',
    what,
    value: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    unit: 'ms',
    aim: '< 1,500',
  });
}

/** Milliseconds from the navigation, as the browser has noted them. */
function firstContentfulPaint(): Promise<number> {
  return new Promise((found) => {
    new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries())
        if (name === 'first-contentful-paint') found(startTime);
    }).observe({ type: 'paint', buffered: true });
  });
}
