import { expect, test, type Page } from '@playwright/test';
import { checkPage, watchConsole } from './page-checks';
import { apiOf, goTo, signIn } from './session';
import { rowsOf } from './system';
import { archive, execute, publish } from './workflows';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

test('the chart of a day agrees with the executions that the database counts', async ({ page, request }) => {
  const complaints = watchConsole(page);
  const api = await apiOf(request);

  await signIn(page);
  await expectDayOfHistory(page);
  const workflow = await publish(api, `Counted ${Date.now()}`, {
    nodes: [{ id: 'one', type: 'data.transform', config: { value: 1 } }],
  });
  await execute(api, workflow);
  await expectLastDay(page);
  await archive(api, workflow);

  expect(complaints, 'what the browser complained about').toEqual([]);
});

/** A day that "./automatrix bench history --fill" has made up: nothing is added to it any more. */
async function expectDayOfHistory(page: Page) {
  const day = Date.parse('2001-02-10T00:00:00Z');
  const counted = await count(day, day + DAY_MS);
  expect(
    counted.flat().reduce((sum, ended) => sum + ended, 0),
    'the history of that day',
  ).toBeGreaterThan(0);

  await page.goto(`/dashboard?time=range&from=${iso(day)}&to=${iso(day + DAY_MS)}`);
  await page.getByRole('button', { name: 'Executions as a table' }).click();
  expect(await shown(page)).toEqual(counted);
  await checkPage(page, 'dashboard-table');
}

/** What the engine itself counts while executions end; the chart is a table still. */
async function expectLastDay(page: Page) {
  await goTo(page, 'Dashboard');
  await expect(async () => {
    const end = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS;
    const counted = await count(end - DAY_MS - HOUR_MS, end);
    expect(counted.at(-1)?.[0], 'what completed in this hour').toBeGreaterThan(0);
    expect(await shown(page)).toEqual(counted);
  }).toPass({ timeout: 60_000 });
}

const iso = (moment: number) => new Date(moment).toISOString();

/** Of each hour how many executions completed, failed and were cancelled. */
async function count(from: number, to: number): Promise<number[][]> {
  const rows = await rowsOf<{ completed: string; failed: string; cancelled: string }>(
    `SELECT count(*) FILTER (WHERE status = 'COMPLETED') AS completed,
            count(*) FILTER (WHERE status = 'FAILED') AS failed,
            count(*) FILTER (WHERE status = 'CANCELLED') AS cancelled
       FROM generate_series($1::timestamptz, $2::timestamptz - interval '1 hour', interval '1 hour') hour
       LEFT JOIN workflow_executions ON date_trunc('hour', finished_at, 'UTC') = hour
      GROUP BY hour ORDER BY hour`,
    [iso(from), iso(to)],
  );
  return rows.map(({ completed, failed, cancelled }) => [completed, failed, cancelled].map(Number));
}

/** The same numbers as the table beside the chart has them. */
async function shown(page: Page): Promise<number[][]> {
  const table = page.getByRole('table', { name: 'Executions by how they ended' });
  await expect(table).toBeVisible();
  const rows = await table
    .getByRole('row')
    .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)));
  return rows
    .filter((cells) => cells.length > 0)
    .map(([, ...numbers]) => numbers.map((text) => Number(text.replaceAll(',', ''))));
}
