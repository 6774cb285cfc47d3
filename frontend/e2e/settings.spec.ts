import { expect, test, type Page } from '@playwright/test';
import { checkPage, watchConsole } from './page-checks';
import { apiOf, goTo, signIn, type Api } from './session';

interface Settings {
  holidays?: { date: string; name: string }[];
}

test('an administrator adds a user, a credential and a holiday, and finds pages by keys', async ({
  page,
  request,
}) => {
  const complaints = watchConsole(page);
  const api = await apiOf(request);
  const usual = await api<Settings>('/api/settings/dealership');
  const mark = String(Date.now());

  await signIn(page);
  try {
    await openByKeys(page, 'settings holidays');
    await addHoliday(page, mark);
    await inviteUser(page, mark);
    await addCredential(page, mark);
    await lookAtTheRest(page);
    await readAuditLog(page, api);
  } finally {
    await api('/api/settings/dealership', { method: 'PUT', data: usual });
  }

  expect(complaints, 'what the browser complained about').toEqual([]);
});

/** Without the mouse: Ctrl-K, a few letters, Enter. */
async function openByKeys(page: Page, words: string) {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Go to or do something' });
  await expect(palette.getByRole('option').first()).toBeVisible();
  await checkPage(page, 'palette');
  await page.keyboard.type(words);
  await expect(palette.getByRole('option', { name: 'Settings: holidays' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Holidays', level: 1 })).toBeVisible();
}

async function addHoliday(page: Page, mark: string) {
  await page.getByRole('button', { name: 'Add a holiday' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Day').fill('2031-03-17');
  await dialog.getByLabel('Name').fill(`Inventory ${mark}`);
  await checkPage(page, 'settings-holiday');
  await dialog.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByRole('row').filter({ hasText: `Inventory ${mark}` })).toContainText('Mar 17, 2031');
  await checkPage(page, 'settings-holidays');
}

async function inviteUser(page: Page, mark: string) {
  await page.getByRole('link', { name: 'Users and roles' }).click();
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('E-mail').fill(`viewer.${mark}@example.test`);
  await dialog.getByLabel('Name').fill(`Vi Ewer ${mark}`);
  await checkPage(page, 'settings-invite');
  await dialog.getByRole('button', { name: 'Invite' }).click();
  await expect(page.getByRole('button', { name: /^Copy temporary password/ })).toBeVisible();
  await page.getByRole('button', { name: 'I have copied it' }).click();

  await page.getByRole('button', { name: `Vi Ewer ${mark}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
  await expect(page.getByRole('row').filter({ hasText: mark })).toContainText('Deactivated');
  await checkPage(page, 'settings-users');
}

async function addCredential(page: Page, mark: string) {
  const name = `test-${mark}`;
  await page.getByRole('link', { name: 'Credentials' }).click();
  await page.getByRole('button', { name: 'Add a credential' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Header').fill('X-Api-Key');
  await dialog.getByLabel('Key', { exact: true }).fill('not a real one');
  await dialog.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('API key in a header');
  await checkPage(page, 'settings-credentials');

  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('row').filter({ hasText: name })).toHaveCount(0);
}

async function lookAtTheRest(page: Page) {
  for (const name of ['Dealership', 'Service accounts', 'Allowed hosts', 'Step types']) {
    await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
    await checkPage(page, `settings-${name.toLowerCase().replace(' ', '-')}`);
  }
  await goTo(page, 'Events');
  for (const name of ['Live events', 'Dead letters', 'Webhooks']) {
    await page
      .getByRole('navigation', { name: 'Events' })
      .getByRole('link', { name: name === 'Live events' ? 'Live' : name })
      .click();
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
    await checkPage(page, name.toLowerCase().replace(' ', '-'));
  }
}

async function readAuditLog(page: Page, api: Api) {
  const { items } = await api<{ items: unknown[] }>('/api/audit');
  expect(items).not.toEqual([]);
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Audit log' }).click();
  await expect(page.getByRole('button', { name: /Credential deleted/ }).first()).toBeVisible();
  await checkPage(page, 'settings-audit-log');
}
