import { expect, test, type Page } from '@playwright/test';
import { checkPage, watchConsole } from './page-checks';
import { apiOf, goTo, signIn, type Api } from './session';
import { archive, publish } from './workflows';

const LEAD = 'com.automatrix.lead.received.v1';

test('a failed lead is found by the customer’s e-mail and goes on from the step that failed', async ({
  page,
  request,
}) => {
  const complaints = watchConsole(page);
  const api = await apiOf(request);
  const mark = Date.now();
  const [email, text] = [`marie.${mark}@example.test`, `greeting-${mark}`];
  const name = `Greet ${email}`;

  await signIn(page);
  const workflow = await publish(api, name, greet(email, text));
  try {
    await sendLead(api, email);
    await findFailed(page, name, email);
    await followCustomer(page, name, email);
    await readLogLines(page);
    await writeText(api, text);
    await runAgainFromTheFailure(page);
    await findBoth(page, name, email);
    await api(`/api/message-templates/${text}`, { method: 'DELETE' });
  } finally {
    await archive(api, workflow);
  }

  expect(complaints, 'what the browser complained about').toEqual([]);
});

/** Its e-mail names a stored text that nobody has written yet. */
const greet = (email: string, text: string) => ({
  settings: { businessKeys: { customer: '{{ input.person.emails[0].value }}' } },
  triggers: [
    {
      id: 'lead',
      type: 'event',
      eventType: LEAD,
      filter: `{{ input.person.emails[0].value = '${email}' }}`,
    },
  ],
  nodes: [
    { id: 'note', type: 'data.transform', name: 'Note the lead', config: { value: { noted: true } } },
    {
      id: 'answer',
      type: 'email.send',
      name: 'Answer the lead',
      config: { to: '{{ input.person.emails[0].value }}', template: text },
    },
  ],
  edges: [{ source: 'note', target: 'answer' }],
});

const writeText = (api: Api, name: string) =>
  api('/api/message-templates', {
    data: { name, subject: 'Your question', text: 'Thank you. Somebody will call you today.' },
  });

const sendLead = (api: Api, email: string) =>
  api('/api/leads', {
    contentType: 'application/xml',
    data: `<?xml version="1.0"?><?adf version="1.0"?>
      <adf><prospect><requestdate>2026-11-02T12:50:00-05:00</requestdate>
        <vehicle interest="buy"><year>2022</year><make>Kia</make><model>Forte</model></vehicle>
        <customer><contact><name part="full">Marie Tremblay</name><email>${email}</email></contact></customer>
        <vendor><vendorname>Lakeside Motors</vendorname></vendor></prospect></adf>`,
  });

const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
const statusOf = (page: Page) => page.getByRole('main').getByRole('status');
const logOf = (page: Page) => page.getByRole('region', { name: 'Step log' });

async function findFailed(page: Page, name: string, email: string) {
  await goTo(page, 'Executions');
  const filters = page.getByRole('search', { name: 'Find executions' });
  await filters.getByRole('searchbox', { name: 'Customer, VIN or RO number' }).fill(email);
  await filters.getByRole('button', { name: 'Failed' }).click();
  await expect(rowOf(page, name)).toContainText('Failed');
  await expect(rowOf(page, name)).toContainText(email);
  await checkPage(page, 'executions-of-customer');
}

async function followCustomer(page: Page, name: string, email: string) {
  await page.getByRole('link', { name: `Follow “${email}” on one time line` }).click();
  const steps = page.getByRole('list', { name: `Steps of ${name}` });
  await expect(steps.getByRole('listitem')).toHaveCount(2);
  await expect(steps.getByRole('listitem').last()).toContainText('Failed');
  await checkPage(page, 'journey');
  await steps.getByRole('link', { name: 'Answer the lead' }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

async function readLogLines(page: Page) {
  await page.getByRole('tab', { name: 'Log lines' }).click();
  const lines = page.getByRole('list', { name: 'Log lines' });
  await expect(lines.getByText(/attempt failed .* type=email.send/).first()).toBeVisible();
  await checkPage(page, 'execution-log-lines');
  await page.getByRole('tab', { name: 'Steps' }).click();
}

async function runAgainFromTheFailure(page: Page) {
  const failed = page.url();
  await logOf(page).getByRole('button', { name: 'Run again from here' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Run again' }).click();
  await expect(page).not.toHaveURL(failed);
  await expect(statusOf(page).getByText('Completed')).toBeVisible();
  await expect(logOf(page).getByRole('button', { name: /Note the lead/ })).toContainText(
    'From the earlier execution',
  );
  await expect(logOf(page).getByRole('button', { name: /Answer the lead/ })).toContainText('Completed');
}

/** The one that failed stays as it was, beside the one that did not. */
async function findBoth(page: Page, name: string, email: string) {
  await page.goto(`/executions?businessKey=${encodeURIComponent(email)}`);
  await expect(rowOf(page, name)).toHaveCount(2);
  await expect(rowOf(page, name).first()).toContainText('Completed');
  await expect(rowOf(page, name).last()).toContainText('Failed');
}
