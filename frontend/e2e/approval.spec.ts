import { expect, test, type Page } from '@playwright/test';
import { checkPage, watchConsole } from './page-checks';
import { apiOf, goTo, signIn } from './session';
import { archive, execute, publish } from './workflows';

test('what is approved in the inbox goes on in another tab', async ({ page, request }) => {
  const api = await apiOf(request);
  const mark = Date.now();
  const question = `Take $500 off the price of stock ${mark}?`;
  const workflow = await publish(api, `Discount ${mark}`, askFirst(question));
  const execution = await execute(api, workflow);

  await signIn(page);
  const tab = await page.context().newPage();
  const complaints = [page, tab].map(watchConsole);
  try {
    await watch(tab, execution, question);
    await approve(page, question);
    await seeItGoOn(tab);
    await seeItDone(page, question);
  } finally {
    await archive(api, workflow);
  }

  expect(complaints.flat(), 'what the browser complained about').toEqual([]);
});

const askFirst = (title: string) => ({
  nodes: [
    { id: 'ask', type: 'human.approval', name: 'Ask the manager', config: { role: 'APPROVER', title } },
    { id: 'offer', type: 'data.transform', name: 'Make the offer', config: { value: { off: 500 } } },
  ],
  edges: [{ source: 'ask', sourceHandle: 'approved', target: 'offer' }],
});

const statusOf = (page: Page) => page.getByRole('main').getByRole('status');
const stepOf = (page: Page, name: RegExp) =>
  page.getByRole('region', { name: 'Step log' }).getByRole('button', { name });

/** The sign-in is the first tab's; a page that loads anew forgets the mark. */
async function watch(tab: Page, execution: string, question: string) {
  await tab.goto(`/executions/${execution}`);
  await expect(statusOf(tab).getByText('Waiting')).toBeVisible();
  await expect(tab.getByRole('link', { name: question })).toBeVisible();
  await expect(stepOf(tab, /Make the offer/)).toHaveCount(0);
  await tab.evaluate(() => Object.assign(window, { loadedOnce: true }));
  await checkPage(tab, 'execution-waiting-for-approval');
}

async function approve(page: Page, question: string) {
  await page.bringToFront();
  await goTo(page, 'Inbox');
  await page.getByRole('radio', { name: 'Everyone’s' }).click();
  await page.getByRole('link', { name: question }).click();
  await expect(page.getByRole('heading', { name: question, level: 1 })).toBeVisible();
  await page.getByLabel('Comment').fill('It has stood here for long enough.');
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByRole('button', { name: 'Approve' })).toBeHidden();
}

async function seeItGoOn(tab: Page) {
  await tab.bringToFront();
  await expect(statusOf(tab).getByText('Completed')).toBeVisible();
  await expect(stepOf(tab, /Make the offer/)).toContainText('Completed');
  await expect(tab.getByRole('link', { name: /Take \$500/ })).toHaveCount(0);
  expect(await tab.evaluate(() => 'loadedOnce' in window), 'the tab has not been loaded anew').toBe(true);
  await checkPage(tab, 'execution-approved');
}

async function seeItDone(page: Page, question: string) {
  await page.bringToFront();
  await goTo(page, 'Inbox');
  await page.getByRole('radio', { name: 'Everyone’s' }).click();
  await page.getByRole('radio', { name: 'Done' }).click();
  await expect(page.getByRole('row').filter({ hasText: question })).toContainText('Approved by');
  await checkPage(page, 'inbox-done');
}
