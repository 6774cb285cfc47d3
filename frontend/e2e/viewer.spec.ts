import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { checkPage, watchConsole } from './page-checks';
import { ACCOUNT, apiOf, goTo, signIn, tokenOf } from './session';
import { archive, execute, publish } from './workflows';

/** One of the demo's users, who all have one password. */
const VIEWER = { email: 'viewer@demo.automatrix.local', password: ACCOUNT.password };

test('a viewer follows an execution and cannot cancel it', async ({ page, request }) => {
  const complaints = watchConsole(page);
  const api = await apiOf(request);
  const name = `Follow up ${Date.now()}`;
  const workflow = await publish(api, name, {
    nodes: [{ id: 'hold', type: 'flow.wait', name: 'Give them a day', config: { duration: 'P1D' } }],
  });
  const execution = await execute(api, workflow);

  await signIn(page, VIEWER);
  try {
    await lookAt(page, name);
    await expectRefusal(request, execution);
    await expect(statusOf(page).getByText('Waiting')).toBeVisible();
  } finally {
    await api(`/api/executions/cancellations`, { data: { workflowId: workflow } });
    await archive(api, workflow);
  }

  // To whom nothing is offered, the end is shown all the same.
  await expect(statusOf(page).getByText('Cancelled')).toBeVisible();
  expect(complaints, 'what the browser complained about').toEqual([]);
});

const statusOf = (page: Page) => page.getByRole('main').getByRole('status');

async function lookAt(page: Page, name: string) {
  await goTo(page, 'Executions');
  const row = page.getByRole('row').filter({ hasText: name });
  await expect(row).toContainText('Waiting');
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await checkPage(page, 'executions-of-viewer');

  await row.getByRole('link').click();
  await expect(statusOf(page).getByText('Waiting')).toBeVisible();
  await expect(page.getByRole('button', { name: 'More actions' })).toBeVisible();
  for (const action of ['Cancel execution', 'Pause', 'Run again'])
    await expect(page.getByRole('button', { name: action })).toHaveCount(0);
  await checkPage(page, 'execution-of-viewer');
}

/** Whoever leaves the pages out and asks the API is told why it does not do that. */
async function expectRefusal(request: APIRequestContext, execution: string) {
  const headers = { Authorization: `Bearer ${await tokenOf(request, VIEWER)}` };
  for (const action of ['cancel', 'pause', 'rerun']) {
    const answer = await request.post(`/api/executions/${execution}/${action}`, { headers, data: {} });
    expect(answer.status(), action).toBe(403);
    const { detail } = (await answer.json()) as { detail: string };
    expect(detail, action).toMatch(/^[A-Z][^.]+ [^.]+\.( .+)?$/);
  }
}
