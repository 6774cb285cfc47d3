import { expect, test, type Page } from '@playwright/test';
import { checkPage, watchConsole } from './page-checks';
import { goTo, signIn } from './session';

const LEAD = 'com.automatrix.lead.received.v1';

test('a workflow is drawn from nothing, saved, published and run', async ({ page }) => {
  const complaints = watchConsole(page);
  const name = `Call two days later ${new Date().toISOString()}`;

  await signIn(page);
  await startOnALead(page, name);
  await addTheWaitByKeyboard(page);
  await addTheTaskByMouse(page);
  await writeANote(page);
  await findItAgain(page, name);
  await publish(page);
  await runIt(page, name);
  await putAway(page, name);

  expect(complaints, 'what the browser complained about').toEqual([]);
});

const step = (page: Page, name: string) => page.locator('.react-flow__node').filter({ hasText: name });
const picker = (page: Page) => page.getByRole('dialog', { name: 'Add a step' });
const isSaved = (page: Page) => expect(page.getByText('Saved', { exact: true })).toBeVisible();

async function startOnALead(page: Page, name: string) {
  await goTo(page, 'Workflows');
  await page.getByRole('button', { name: 'New workflow' }).click();
  await expect(page).toHaveURL(/\/workflows\/[^/]+\/edit$/);
  await page.getByLabel('Name of the workflow').fill(name);
  await page.keyboard.press('Enter');
  await checkPage(page, 'builder-empty');

  await step(page, 'Starts when').click();
  const panel = page.getByRole('complementary', { name: 'Start' });
  await panel.getByRole('button', { name: 'When something happens' }).click();
  await panel.getByRole('combobox', { name: 'Event' }).selectOption(LEAD);
  await expect(step(page, 'Starts when')).toContainText('Lead received');
  await checkPage(page, 'builder-start');
}

async function addTheWaitByKeyboard(page: Page) {
  await page.getByRole('button', { name: 'Close: Start' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('a');
  await page.keyboard.type('wait');
  await expect(picker(page).getByRole('option').first()).toContainText('Wait');
  await page.keyboard.press('Enter');
  await expect(step(page, 'Waits 2 days')).toBeVisible();
}

async function addTheTaskByMouse(page: Page) {
  await step(page, 'Waits 2 days').getByTitle('Add a step: Then').click();
  await checkPage(page, 'builder-picker');
  await picker(page).getByRole('combobox').fill('task');
  await picker(page).getByRole('option', { name: /^Task/ }).click();
  await expect(step(page, 'Task')).toBeVisible();
  await isSaved(page);
}

async function writeANote(page: Page) {
  await page.keyboard.press('Escape');
  await step(page, 'Task').focus();
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Text' }).fill('Ask Kim before this is changed.');
  await checkPage(page, 'builder-note');
  await page.keyboard.press('Escape');
  await isSaved(page);
}

async function findItAgain(page: Page, name: string) {
  await page.reload();
  await expect(step(page, 'Waits 2 days')).toBeVisible();
  await expect(step(page, 'Task')).toBeVisible();
  await expect(page.getByLabel('Name of the workflow')).toHaveValue(name);
  await page.getByRole('button', { name: 'Outline', exact: true }).click();
  await expect(page.getByRole('treeitem')).toHaveCount(2);
  await expect(page.getByRole('button', { name: 'Ask Kim before this is changed.' })).toBeVisible();
  await checkPage(page, 'builder-outline');
  await page.getByRole('button', { name: 'Outline', exact: true }).click();
}

async function publish(page: Page) {
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByLabel(/What is new/).fill('The first one');
  await checkPage(page, 'builder-publish');
  await page.getByRole('button', { name: 'Publish version 1' }).click();
  await expect(page.getByText('Version 1 is published.')).toBeVisible();
  await page.getByRole('button', { name: 'Versions' }).click();
  await expect(page.getByText('The first one')).toBeVisible();
  await page.getByRole('button', { name: 'Compare with the draft' }).click();
  await checkPage(page, 'builder-versions');
}

async function runIt(page: Page, name: string) {
  await page.getByRole('link', { name: 'Back to the workflow' }).click();
  await page.getByRole('button', { name: 'Run' }).click();
  await page.getByRole('button', { name: 'Run now' }).click();
  await expect(page).toHaveURL(/\/executions\//);
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await expect(page.getByRole('main').getByRole('status').getByText('Waiting')).toBeVisible({
    timeout: 30_000,
  });
}

async function putAway(page: Page, name: string) {
  await page.goto(`/workflows?query=${encodeURIComponent(name)}`);
  await page.getByRole('button', { name: `More about ${name}` }).click();
  await checkPage(page, 'workflow-menu');
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(page.getByText('is archived.')).toBeVisible();
}
