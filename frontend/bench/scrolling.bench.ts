import { expect, test, type Browser, type Page } from '@playwright/test';
import { signIn } from '../e2e/session';
import { tell } from './figures';
import { countFrames } from './frames';
import { HISTORY } from './made-up-history';

const PAGES = 20;
const ROWS_A_PAGE = 50;
const TURNS = 150;
const PART = 'executions list';

test('how smooth the list of executions is', async ({ page, browser }) => {
  await signIn(page);
  await page.goto(HISTORY.list);
  await expect(page.getByRole('row').nth(ROWS_A_PAGE)).toBeVisible();

  tellOfTasks('1,000 rows are loaded', await longestTask(browser, page, () => loadMore(page)));

  await page.evaluate(() => window.scrollTo(0, 0));
  let rate = 0;
  const whileScrolling = await longestTask(browser, page, async () => {
    const frames = await countFrames(page);
    await scroll(page);
    rate = await frames();
  });
  tellOfTasks('1,000 rows scroll', whileScrolling);
  tell({ part: PART, what: '1,000 rows scroll', value: rate, unit: 'frames/s', aim: '>= 50' });
});

/** What a task takes while others use the machine too, and what it would take on a machine of its own. */
function tellOfTasks(what: string, { lasted, worked }: LongestTask): void {
  tell({ part: PART, what: `${what}, longest task`, value: lasted, unit: 'ms', aim: '< 200' });
  tell({ part: PART, what: `${what}, most work of a task`, value: worked, unit: 'ms' });
}

async function loadMore(page: Page): Promise<void> {
  const more = page.getByRole('button', { name: 'Load more' });
  for (let pages = 2; pages <= PAGES; pages += 1) {
    const answered = page.waitForResponse((response) => response.url().includes('/api/executions?'));
    await more.click();
    await answered;
    await expect(more).toBeEnabled();
  }
}

/** By the wheel, to the end and back, as a person does. */
async function scroll(page: Page): Promise<void> {
  await page.mouse.move(700, 500);
  for (const by of [400, -400]) {
    for (let turn = 0; turn < TURNS; turn += 1) {
      await page.mouse.wheel(0, by);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** In microseconds. */
  dur?: number;
  /** The same of the thread’s own processor time. */
  tdur?: number;
  args?: { name?: string };
}

interface LongestTask {
  lasted: number;
  worked: number;
}

/** Milliseconds of the longest task of the page's main thread, by Chromium's own trace. */
async function longestTask(browser: Browser, page: Page, work: () => Promise<void>): Promise<LongestTask> {
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  await work();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const threads = trace.traceEvents
    .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
    .map(({ pid, tid }) => `${pid}:${tid}`);
  const tasks = trace.traceEvents.filter(
    ({ name, pid, tid }) => name.endsWith('RunTask') && threads.includes(`${pid}:${tid}`),
  );
  expect(tasks, 'the tasks of the trace').not.toEqual([]);
  return {
    lasted: Math.max(...tasks.map(({ dur = 0 }) => dur / 1000)),
    worked: Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1000)),
  };
}
