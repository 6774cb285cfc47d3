import { expect, test, type Page } from '@playwright/test';
import { checkPage, watchConsole } from './page-checks';
import { apiOf, goTo, signIn, type Api } from './session';
import { awaitTrigger, publishDraft } from './workflows';

const TEMPLATE = 'new-internet-lead-first-response';
const SYSTEMS_IT_CALLS = ['inventory', 'crm'];
const WEEK = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];

interface Settings {
  timeZone: string;
  hours: Record<string, unknown>;
  holidays?: unknown[];
}

test('a lead that comes as ADF is answered once a person has approved the reply', async ({
  page,
  request,
}) => {
  const complaints = watchConsole(page);
  const api = await apiOf(request);
  const customer = `Tremblay ${Date.now()}`;
  const usual = await api<Settings>('/api/settings/dealership');

  await put(api, openAtNoon(usual));
  const workflow = await publishFirstResponse(api, `Answers for ${customer}`);
  try {
    await sendLead(api, customer);

    await signIn(page);
    await approve(page, customer);
    await findInOutbox(page, customer);
    await readConsents(page, customer);
    await findAmongLeads(page, customer);
    await readTheRest(page);
  } finally {
    await api(`/api/workflows/${workflow}/pause`, {});
    await put(api, usual);
  }

  // What the test itself runs in each frame is refused by the one that shows an e-mail, as it should be.
  const others = complaints.filter((complaint) => !complaint.includes("in 'about:srcdoc'"));
  expect(others, 'what the browser complained about').toEqual([]);
});

const put = (api: Api, settings: Settings) =>
  api('/api/settings/dealership', { method: 'PUT', data: settings });

/** Whatever the time is here, it is noon at the store, which is open: nobody has to wait for the morning. */
function openAtNoon(settings: Settings): Settings {
  const ahead = 12 - new Date().getUTCHours();
  const timeZone = `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
  const sales = Object.fromEntries(WEEK.map((day) => [day, { open: '00:00', close: '23:59' }]));
  return { ...settings, timeZone, hours: { ...settings.hours, SALES: sales }, holidays: [] };
}

async function publishFirstResponse(api: Api, name: string): Promise<string> {
  const known = await api<{ items: { name: string }[] }>('/api/credentials');
  for (const system of SYSTEMS_IT_CALLS.filter((each) => !known.items.some((one) => one.name === each)))
    await api('/api/credentials', {
      data: { name: system, value: { type: 'API_KEY', header: 'X-Api-Key', value: 'not a real one' } },
    });
  const templates = await api<{ items: { id: string; slug: string }[] }>('/api/templates?limit=200');
  const template = templates.items.find(({ slug }) => slug === TEMPLATE);
  const { workflowId } = await api<{ workflowId: string }>(`/api/templates/${template?.id}/instantiate`, {
    data: { name, parameters: {} },
  });
  await publishDraft(api, workflowId);
  await awaitTrigger(api, workflowId);
  return workflowId;
}

/** As a website sends it: an ampersand is not escaped. */
async function sendLead(api: Api, customer: string) {
  const address = emailOf(customer);
  const lead = await api<{ quality: string }>('/api/leads', {
    contentType: 'application/xml',
    data: `<?xml version="1.0"?><?adf version="1.0"?>
      <adf><prospect><requestdate>2026-11-02T12:50:00-05:00</requestdate>
        <vehicle interest="buy"><year>2022</year><make>Kia</make><model>Forte</model></vehicle>
        <customer><contact><name part="first">Marie</name><name part="last">${customer}</name>
            <email>${address}</email></contact>
          <comments>Is it still available? I would come on Saturday & bring my mother.</comments></customer>
        <vendor><vendorname>Lakeside Motors</vendorname></vendor></prospect></adf>`,
  });
  expect(lead.quality).toBe('REPAIRED');
}

const emailOf = (customer: string) => `${customer.toLowerCase().replace(' ', '.')}@example.test`;

async function approve(page: Page, customer: string) {
  await goTo(page, 'Inbox');
  await page.getByRole('radio', { name: 'Everyone’s' }).click();
  const task = page.getByRole('link', { name: `Send this to Marie ${customer}?` });
  await expect(task).toBeVisible();
  await checkPage(page, 'inbox');

  await task.click();
  await expect(page.getByText(/^Is it still available\?/)).toBeVisible();
  await checkPage(page, 'task');
  await page.getByLabel('Comment').fill('Fine.');
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByRole('button', { name: 'Approve' })).toBeHidden();
}

async function findInOutbox(page: Page, customer: string) {
  await goTo(page, 'Outbox');
  const row = page.getByRole('row').filter({ hasText: emailOf(customer) });
  await expect(row).toContainText('Would be sent', { timeout: 30_000 });
  await checkPage(page, 'outbox');

  await row.getByRole('link').first().click();
  await expect(page.getByText(/^Hi Marie[,!] /).first()).toBeVisible();
}

async function readConsents(page: Page, customer: string) {
  await page.getByRole('link', { name: 'Consents' }).click();
  await expect(page.getByRole('heading', { name: emailOf(customer), level: 2 })).toBeVisible();
  const messages = page.getByRole('list', { name: 'Messages to them' });
  await expect(messages.getByText('Would be sent').first()).toBeVisible();
  await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
  await checkPage(page, 'consents');
  await page.getByRole('button', { name: 'Record what they said' }).click();
  await checkPage(page, 'consent-record');
  await page.keyboard.press('Escape');

  await goTo(page, 'Outbox');
  await page.getByRole('link', { name: 'Blocked addresses' }).click();
  await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
  await checkPage(page, 'suppressions');
}

async function findAmongLeads(page: Page, customer: string) {
  await goTo(page, 'Leads received');
  const row = page.getByRole('row').filter({ hasText: customer });
  await expect(row).toContainText('Repaired');
  await checkPage(page, 'leads');

  await row.getByRole('link').first().click();
  await expect(page.getByText('Ampersands that were not escaped were escaped.')).toBeVisible();
  await checkPage(page, 'lead');
}

async function readTheRest(page: Page) {
  await goTo(page, 'Schedules');
  await expect(page.getByRole('heading', { name: 'Schedules', level: 1 })).toBeVisible();
  await checkPage(page, 'schedules');

  await goTo(page, 'Events');
  await page.getByRole('link', { name: 'Lead received' }).click();
  await expect(page.getByRole('heading', { name: 'Lead received', level: 1 })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Lead received', level: 1 })).toBeVisible();
  await checkPage(page, 'event-type');
}
