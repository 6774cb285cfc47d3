import { expect, test, type Page } from '@playwright/test';
import { checkPage, watchConsole } from './page-checks';
import { ACCOUNT, goTo, home } from './session';

const LEAD_TEMPLATE = 'Internet lead: sort and prepare the answer';

test.beforeAll(() => {
  expect(ACCOUNT.email, 'AUTOMATRIX_EMAIL names the account to sign in with').not.toBe('');
  expect(ACCOUNT.password, 'AUTOMATRIX_PASSWORD holds its password').not.toBe('');
});

test('a lead workflow is made from its template, published, run, and its log is read', async ({ page }) => {
  const complaints = watchConsole(page);
  const name = `Leads of ${new Date().toISOString()}`;

  await signIn(page);
  await checkPage(page, 'home');
  await goTo(page, 'Workflows');
  await expect(page.getByRole('heading', { name: 'Workflows', level: 1 })).toBeVisible();
  await checkPage(page, 'workflows');
  await instantiate(page, name);
  await publish(page);
  await run(page);
  await readLog(page);
  await findAgain(page, name);

  expect(complaints, 'what the browser complained about').toEqual([]);
});

async function signIn(page: Page) {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await checkPage(page, 'sign-in');

  await page.getByLabel('Email').fill(ACCOUNT.email);
  await page.getByLabel('Password', { exact: true }).fill(ACCOUNT.password);
  await page.getByRole('button', { name: 'Sign in' }).click();

  const changed = page.getByRole('heading', { name: 'Choose your password' });
  await expect(changed.or(home(page))).toBeVisible();
  if (await changed.isVisible()) await choosePassword(page);
  await expect(home(page)).toBeVisible();
}

async function choosePassword(page: Page) {
  await checkPage(page, 'change-password');
  const chosen = `${ACCOUNT.password} and more of it`;
  await page.getByLabel('Temporary password').fill(ACCOUNT.password);
  await page.getByLabel('New password', { exact: true }).fill(chosen);
  await page.getByLabel('New password again').fill(chosen);
  await page.getByRole('button', { name: 'Save and go on' }).click();
}

async function instantiate(page: Page, name: string) {
  await goTo(page, 'Templates');
  await expect(page.getByRole('link', { name: LEAD_TEMPLATE })).toBeVisible();
  await checkPage(page, 'templates');

  await page.getByRole('link', { name: LEAD_TEMPLATE }).click();
  await expect(page.getByRole('heading', { name: 'Make it yours' })).toBeVisible();
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
  await checkPage(page, 'template');

  await page.getByLabel('Name of the workflow').fill(name);
  await page.getByLabel('Store name').fill('Lakeside Motors');
  await page.getByRole('button', { name: 'Create workflow' }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

async function publish(page: Page) {
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
  await checkPage(page, 'workflow-draft');
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByLabel('What is new?').fill('The first version.');
  await checkPage(page, 'publish');
  await page.getByRole('button', { name: 'Publish version 1' }).click();
  await expect(page.getByText('Published v1')).toBeVisible();
}

async function run(page: Page) {
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Fill in the example' }).click();
  await dialog
    .getByRole('textbox', { name: /^Message/ })
    .fill('Is the Forte still available? I could come today.');
  await checkPage(page, 'run');
  await dialog.getByRole('button', { name: 'Run now' }).click();
  await expect(page).toHaveURL(/\/executions\/[^/]+$/);
}

async function readLog(page: Page) {
  await expect(page.getByRole('main').getByRole('status').getByText('Completed')).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
  const log = page.getByRole('region', { name: 'Step log' });
  const classify = log.getByRole('button', { name: /What does the customer want/ });
  await expect(classify).toContainText('Completed');
  await classify.click();
  await expect(log.getByRole('group', { name: 'Output' })).toContainText('label');
  await checkPage(page, 'execution');
}

async function findAgain(page: Page, name: string) {
  await goTo(page, 'Executions');
  const row = page.getByRole('row').filter({ hasText: name });
  await expect(row).toContainText('Completed');
  await checkPage(page, 'executions');

  // The token is in memory only: after a new load the cookie brings the session back.
  await page.reload();
  await expect(row).toContainText('Completed');
}
