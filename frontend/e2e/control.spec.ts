import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { checkPage, watchConsole } from './page-checks';
import { apiOf, goTo, signIn } from './session';
import { execute, publish } from './workflows';

test('an execution is paused, resumed, and run again from the step that failed', async ({
  page,
  request,
}) => {
  const complaints = watchConsole(page);
  const name = `Trade-ins of ${new Date().toISOString()}`;

  await signIn(page);
  const execution = await startOneThatFails(request, name);
  await holdAndRelease(page, execution, name);
  await readWhatWasCalled(page, name);
  await runAgainFromTheFailure(page, execution);

  expect(complaints, 'what the browser complained about').toEqual([]);
});

/** It calls another workflow, waits, and fails. */
async function startOneThatFails(request: APIRequestContext, name: string): Promise<string> {
  const api = await apiOf(request);
  const called = await publish(api, `Appraisal for ${name}`, {
    nodes: [{ id: 'value', type: 'data.transform', config: { value: 18_500 } }],
  });
  const caller = await publish(api, name, {
    nodes: [
      { id: 'appraise', type: 'flow.call', name: 'Appraise the car', config: { workflowId: called } },
      { id: 'hold', type: 'flow.wait', name: 'Give them a moment', config: { duration: 'PT20S' } },
      { id: 'offer', type: 'flow.fail', name: 'Send the offer', config: { message: 'The mailbox is full.' } },
    ],
    edges: [
      { source: 'appraise', target: 'hold' },
      { source: 'hold', target: 'offer' },
    ],
  });
  return execute(api, caller);
}

const statusOf = (page: Page) => page.getByRole('main').getByRole('status');
const logOf = (page: Page) => page.getByRole('region', { name: 'Step log' });

async function holdAndRelease(page: Page, execution: string, name: string) {
  await goTo(page, 'Executions');
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/executions/${execution}$`));
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(statusOf(page).getByText('Paused')).toBeVisible();
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
  await checkPage(page, 'execution-paused');

  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(statusOf(page).getByText('Paused')).toBeHidden();
  await expect(statusOf(page).getByText('Failed')).toBeVisible({ timeout: 60_000 });
}

async function readWhatWasCalled(page: Page, name: string) {
  await logOf(page)
    .getByRole('button', { name: /Appraise the car/ })
    .click();
  await logOf(page).getByRole('link', { name: 'Go to the called execution' }).click();
  await expect(page.getByRole('heading', { name: `Appraisal for ${name}`, level: 1 })).toBeVisible();
  await expect(page.getByText('Called by a workflow')).toBeVisible();
  await checkPage(page, 'execution-called');

  await page.getByRole('link', { name: `${name} at “Appraise”` }).click();
  await expect(page.getByRole('button', { name: 'Show all steps' })).toBeVisible();
  await page.getByRole('button', { name: 'Show all steps' }).click();
}

async function runAgainFromTheFailure(page: Page, execution: string) {
  // The step that failed is open already.
  await logOf(page).getByRole('button', { name: 'Run again from here' }).click();
  const dialog = page.getByRole('dialog', { name: 'Run again from “Send the offer”?' });
  await checkPage(page, 'run-again');
  await dialog.getByRole('button', { name: 'Run again' }).click();

  const origin = page.getByRole('link', { name: 'an earlier execution from “Send the offer”' });
  await expect(origin).toBeVisible();
  await expect(statusOf(page).getByText('Failed')).toBeVisible();
  for (const kept of ['Appraise the car', 'Give them a moment'])
    await expect(logOf(page).getByRole('button', { name: new RegExp(kept) })).toContainText(
      'From the earlier execution',
    );
  await expect(logOf(page).getByRole('button', { name: /Send the offer/ })).toContainText('Failed');
  await checkPage(page, 'execution-run-again');

  await origin.click();
  await expect(page).toHaveURL(new RegExp(`/executions/${execution}\\?step=offer$`));
  await expect(page.getByRole('heading', { name: 'Run again' })).toBeVisible();
}
