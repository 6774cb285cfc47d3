import { expect, test, type Page } from '@playwright/test';
import { apiOf, signIn, type Api } from '../e2e/session';
import { tell } from './figures';

const ITEMS = 10_000;
const PART = 'execution of 10,000 step runs';

test('how fast a long execution opens and scrolls', async ({ page, request }) => {
  const api = await apiOf(request);
  const workflow = await publish(api);
  const id = await execute(api, workflow);
  await signIn(page);
  await page.goto('/executions');
  await expect(page.getByRole('link', { name: 'Many parts' }).first()).toBeVisible();

  const worked = await workOf(page);
  tell({
    part: PART,
    what: 'the first are there',
    value: await openIt(page, id),
    unit: 'ms',
    aim: '< 2,000',
  });
  await expect(page.getByText('10,001 entries', { exact: true })).toBeVisible();
  tell({ part: PART, what: 'all are there, the page’s own work', value: await worked(), unit: 'ms' });

  const scrolled = { part: PART, unit: 'frames/s', aim: '>= 50' } as const;
  tell({ ...scrolled, what: 'the log scrolls', value: await framesWhileScrolling(page, 'Attempts') });
  await lastOf(page, 'Attempts').click();
  await expect(page.getByRole('group', { name: 'Attempts' }).getByText('part:').first()).toBeVisible();
  await page.getByRole('tab', { name: 'Time line' }).click();
  await expect(page.getByRole('group', { name: 'Time line' })).toBeVisible();
  tell({ ...scrolled, what: 'the time line scrolls', value: await framesWhileScrolling(page, 'Time line') });
  await expect(lastOf(page, 'Time line')).toContainText('[9999]');

  await api(`/api/workflows/${workflow}/archive`, { data: {} });
});

/** Tells how many milliseconds of a processor the page has needed since: what it would take on a machine of its own. */
async function workOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  const before = await read();
  return async () => (await read()) - before;
}

async function publish(api: Api): Promise<string> {
  const definition = {
    specVersion: '1',
    triggers: [],
    nodes: [
      { id: 'each', type: 'flow.foreach', config: { items: `{{ [1..${ITEMS}] }}`, parallel: 50 } },
      {
        id: 'order',
        type: 'data.transform',
        parent: 'each',
        name: 'Order the part',
        config: { value: { part: '{{ item }}' } },
      },
    ],
    edges: [],
  };
  const { id } = await api<{ id: string }>('/api/workflows', { data: { name: 'Many parts', definition } });
  await api(`/api/workflows/${id}/publish`, { data: {} });
  return id;
}

async function execute(api: Api, workflow: string): Promise<string> {
  const { id } = await api<{ id: string }>(`/api/workflows/${workflow}/execute`, {
    data: { input: {} },
  });
  await expect
    .poll(async () => (await api<{ status: string }>(`/api/executions/${id}`)).status, {
      timeout: 180_000,
    })
    .toBe('COMPLETED');
  return id;
}

/** Milliseconds from going to the execution until its facts, its canvas and the first step runs are there. */
async function openIt(page: Page, id: string): Promise<number> {
  const begin = Date.now();
  await page.evaluate((path) => {
    window.history.pushState({}, '', path);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, `/executions/${id}`);
  await expect(page.locator('[aria-label="Attempts"] button').first()).toBeVisible();
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
  return Date.now() - begin;
}

async function framesWhileScrolling(page: Page, list: string): Promise<number> {
  return page.getByRole('group', { name: list }).evaluate(async (box) => {
    const begin = performance.now();
    let frames = 0;
    while (performance.now() - begin < 3000) {
      await new Promise(requestAnimationFrame);
      box.scrollTop += 120;
      frames += 1;
    }
    const rate = (frames * 1000) / (performance.now() - begin);
    box.scrollTop = box.scrollHeight;
    return rate;
  });
}

const lastOf = (page: Page, list: string) =>
  page
    .getByRole('group', { name: list })
    .locator(`[aria-posinset="${ITEMS + 1}"]`)
    .getByRole('button')
    .first();
