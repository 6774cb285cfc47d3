import { expect, test, type Page } from '@playwright/test';
import { apiOf, signIn, type Api } from '../e2e/session';
import { tell } from './figures';
import { countFrames } from './frames';

const PART = 'builder';

test('how smooth the builder is with many steps', async ({ page, request }) => {
  const api = await apiOf(request);
  await signIn(page);

  const small = await make(api, 300);
  await openIt(page, small);
  const panned = { part: PART, unit: 'frames/s', aim: '>= 50' } as const;
  tell({ ...panned, what: '300 steps, panned near the start', value: await framesWhilePanning(page) });
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect(page.locator('.react-flow__node')).toHaveCount(301);
  tell({ ...panned, what: '300 steps, panned with all in sight', value: await framesWhilePanning(page) });

  const large = await make(api, 1000);
  tell({ part: PART, what: '1,000 steps, opened', value: await openIt(page, large), unit: 'ms' });
  for (const id of [small, large]) await api(`/api/workflows/${id}/archive`, { data: {} });
});

const WIDE = 25;

async function make(api: Api, count: number): Promise<string> {
  const nodes = Array.from({ length: count }, (_, at) => ({
    id: `s${at}`,
    type: 'flow.wait',
    name: `Step ${at}`,
    config: { duration: 'P1D' },
    position: { x: (at % WIDE) * 300, y: Math.floor(at / WIDE) * 120 },
  }));
  const edges = nodes
    .filter((_, at) => at % WIDE !== 0)
    .map((node) => ({ source: `s${Number(node.id.slice(1)) - 1}`, target: node.id }));
  const definition = { specVersion: '1', triggers: [], nodes, edges };
  return (await api<{ id: string }>('/api/workflows', { data: { name: `${count} steps`, definition } })).id;
}

/** Milliseconds from asking for the page, the sign-in included, until its steps are there. */
async function openIt(page: Page, id: string): Promise<number> {
  const begin = Date.now();
  await page.goto(`/workflows/${id}/edit`);
  await expect(page.locator('.react-flow__node').nth(20)).toBeVisible();
  return Date.now() - begin;
}

async function framesWhilePanning(page: Page): Promise<number> {
  const box = await page.locator('.react-flow__pane').boundingBox();
  if (!box) throw new Error('Expected a canvas, but there is none.');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const frames = await countFrames(page);
  await page.mouse.move(box.x + 30, box.y + 30);
  await page.mouse.down();
  for (let turn = 0; turn < 4; turn += 1) {
    await page.mouse.move(middle.x, middle.y, { steps: 40 });
    await page.mouse.move(box.x + 30, box.y + 30, { steps: 40 });
  }
  await page.mouse.up();
  return frames();
}
