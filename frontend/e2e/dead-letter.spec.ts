import { expect, test, type Page } from '@playwright/test';
import { checkPage, watchConsole } from './page-checks';
import { apiOf, goTo, signIn } from './session';
import { putOnTopic } from './system';
import { archive, publish } from './workflows';

const LEAD = 'com.automatrix.lead.received.v1';

test('an event that cannot be read is mended, replayed, and starts its workflow', async ({
  page,
  request,
}) => {
  const complaints = watchConsole(page);
  const api = await apiOf(request);
  const mark = Date.now();
  const misspelt = `com.automatrix.lead.recieved${mark}.v1`;
  const name = `Greet the lead ${mark}`;
  const workflow = await publish(api, name, greet(`L-${mark}`));

  await signIn(page);
  try {
    await putOnTopic('dealership.sales', leadOf(`L-${mark}`, misspelt));
    await openLetter(page, misspelt);
    await mend(page, leadOf(`L-${mark}`, LEAD));
    await findReplayed(page, misspelt);
    await findExecution(page, name);
  } finally {
    await archive(api, workflow);
  }

  expect(complaints, 'what the browser complained about').toEqual([]);
});

const greet = (leadId: string) => ({
  triggers: [{ id: 'lead', type: 'event', eventType: LEAD, filter: `{{ input.leadId = '${leadId}' }}` }],
  nodes: [{ id: 'greet', type: 'data.transform', config: { value: { greeted: true } } }],
});

const leadOf = (leadId: string, type: string) => ({
  specversion: '1.0',
  id: `event-of-${leadId}`,
  source: '/dealers/d-100/website',
  type,
  datacontenttype: 'application/json',
  data: {
    leadId,
    dealerId: 'd-100',
    receivedAt: '2026-05-01T14:00:00Z',
    channel: 'FORM',
    leadType: 'SALES',
    person: { personId: 'p-77', firstName: 'Marie' },
  },
});

const letterOf = (page: Page, reason: string) => page.getByRole('row').filter({ hasText: reason });

async function search(page: Page, reason: string) {
  await goTo(page, 'Events');
  await page.getByRole('navigation', { name: 'Events' }).getByRole('link', { name: 'Dead letters' }).click();
  const found = page.getByRole('search', { name: 'Find dead letters' });
  await found.getByRole('searchbox', { name: 'Search the reasons' }).fill(reason);
}

async function openLetter(page: Page, misspelt: string) {
  await search(page, misspelt);
  await expect(letterOf(page, misspelt)).toBeVisible();
  await checkPage(page, 'dead-letters-found');
  await letterOf(page, misspelt).getByRole('link').click();
  await expect(page.getByText(`its type "${misspelt}" is unknown`)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'The record’s value' })).toContainText(misspelt);
  await checkPage(page, 'dead-letter');
}

async function mend(page: Page, event: object) {
  const record = page.getByRole('textbox', { name: 'The record’s value' });
  await record.fill('{ "specversion": ');
  await expect(page.getByText(/^This is not JSON/)).toBeVisible();
  await record.fill(JSON.stringify(event, null, 2));
  await expect(page.getByText(/^This is not JSON/)).toHaveCount(0);
  await checkPage(page, 'dead-letter-mended');
  await page.getByRole('button', { name: 'Replay as mended' }).click();
  await expect(page).toHaveURL(/\/dead-letters$/);
}

async function findReplayed(page: Page, misspelt: string) {
  await search(page, misspelt);
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await page.getByRole('radio', { name: 'Replayed' }).click();
  await expect(letterOf(page, misspelt)).toContainText('Mended and replayed');
}

async function findExecution(page: Page, name: string) {
  await goTo(page, 'Executions');
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('Completed');
}
