// Writes a picture of every page, light and dark, wide and narrow, to screenshots/: npm run screenshots [part of a name].
// AUTOMATRIX_URL, AUTOMATRIX_EMAIL and AUTOMATRIX_PASSWORD say which running system, and who looks.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';

const base = process.env.AUTOMATRIX_URL ?? 'http://localhost:8080';
const credentials = { email: process.env.AUTOMATRIX_EMAIL, password: process.env.AUTOMATRIX_PASSWORD };
const wanted = process.argv[2] ?? '';

/** Addresses by the name of the picture; ":name" is the first item of that list of LISTS. */
const PAGES = {
  home: '/',
  dashboard: '/dashboard',
  inbox: '/inbox',
  task: '/inbox/:tasks',
  workflows: '/workflows',
  workflow: '/workflows/:workflows',
  builder: '/workflows/:workflows/edit',
  templates: '/templates',
  template: '/templates/:templates',
  executions: '/executions',
  'executions-none': '/executions?text=nothing-holds-this',
  execution: '/executions/:executions',
  'execution-failed': '/executions/:failed',
  'execution-waiting': '/executions/:waiting',
  'execution-time': '/executions/:executions?view=time',
  journeys: '/journeys',
  leads: '/leads',
  lead: '/leads/:leads',
  'lead-unreadable': '/leads/:unreadable',
  outbox: '/outbox',
  message: '/outbox/:messages',
  texts: '/outbox/texts',
  text: '/outbox/texts/:texts',
  'text-new': '/outbox/texts/new',
  consents: '/outbox/consents',
  'consents-unknown': '/outbox/consents?address=%2B15145550199',
  'consents-person': '/outbox/consents?personId=p-77',
  suppressions: '/outbox/suppressions',
  schedules: '/schedules',
  'event-types': '/event-types',
  'event-type': '/event-types/:eventTypes',
  'event-type-new': '/event-types/new',
  'live-events': '/live-events',
  'dead-letters': '/dead-letters',
  'dead-letter': '/dead-letters/:deadLetters',
  webhooks: '/webhooks',
  'ai-prompts': '/ai/prompts',
  'ai-prompt': '/ai/prompts/:prompts',
  'ai-usage': '/ai/usage',
  'ai-calls': '/ai/calls',
  'ai-call': '/ai/calls/:calls',
  'ai-models': '/ai/models',
  'settings-dealership': '/settings/dealership',
  'settings-holidays': '/settings/holidays',
  'settings-users': '/settings/users',
  'settings-service-accounts': '/settings/service-accounts',
  'settings-credentials': '/settings/credentials',
  'settings-allowed-hosts': '/settings/allowed-hosts',
  'settings-step-types': '/settings/step-types',
  'settings-retention': '/settings/retention',
  'settings-audit-log': '/settings/audit-log',
  'not-found': '/no-such-page',
};
const LISTS = {
  tasks: 'tasks?scope=all',
  workflows: 'workflows',
  templates: 'templates',
  executions: 'executions?status=COMPLETED',
  failed: 'executions?status=FAILED',
  waiting: 'executions?status=WAITING',
  leads: 'leads?quality=REPAIRED',
  unreadable: 'leads?quality=UNREADABLE',
  messages: 'messages',
  texts: 'message-templates',
  eventTypes: 'event-types',
  deadLetters: 'dead-letters',
  prompts: 'prompts',
  calls: 'ai/calls',
};
const SIZES = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } };
const THEMES = ['light', 'dark'];
/** Of a list of hundreds the beginning is enough: a picture of it all takes longer than a browser waits. */
const TALLEST = 4000;

async function firstIds() {
  const headers = { 'Content-Type': 'application/json' };
  const login = await fetch(`${base}/api/auth/login`, {
    method: 'POST',
    headers,
    body: JSON.stringify(credentials),
  });
  if (!login.ok) throw new Error(`Expected to be signed in at ${base}, but got ${login.status}.`);
  const { accessToken } = await login.json();
  const ids = {};
  for (const [name, path] of Object.entries(LISTS)) {
    const answer = await fetch(`${base}/api/${path}`, {
      headers: { Authorization: `Bearer ${accessToken}` },
    });
    const first = answer.ok ? (await answer.json()).items?.[0] : undefined;
    ids[name] = first?.id ?? first?.type ?? first?.name;
  }
  return ids;
}

async function signIn(page) {
  await page.goto(base);
  await page.getByLabel('Email').fill(credentials.email);
  await page.getByLabel('Password', { exact: true }).fill(credentials.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: /^Hello, /, level: 1 }).waitFor();
}

async function settled(page) {
  await page.locator('#main h1, .react-flow__pane').first().waitFor();
  await page.waitForFunction(
    () => !document.querySelector('#main [role="status"][aria-label^="Loading"]'),
    null,
    {
      timeout: 15_000,
    },
  );
}

/** Takes the colours of a theme; the application follows a moment later. */
async function show(page, colorScheme) {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.waitForFunction((theme) => document.documentElement.dataset.theme === theme, colorScheme);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

const height = (page) => page.evaluate(() => document.documentElement.scrollHeight);

/** How far the page reaches out of the screen sideways, in pixels. */
const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const ids = await firstIds();
mkdirSync('screenshots', { recursive: true });
const browser = await chromium.launch({
  executablePath:
    process.env.AUTOMATRIX_CHROMIUM ??
    execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim(),
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: SIZES.wide, reducedMotion: 'reduce' });
await signIn(page);
for (const [name, path] of Object.entries(PAGES)) {
  if (!name.includes(wanted)) continue;
  const list = /:(\w+)/.exec(path)?.[1];
  if (list && !ids[list]) {
    console.log(`${name}: left out, since there is nothing in ${LISTS[list]}`);
    continue;
  }
  await page.goto(base + path.replace(/:\w+/, ids[list]));
  await settled(page).catch(() => console.log(`${name}: still loading`));
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of THEMES) {
      await show(page, colorScheme);
      const path = `screenshots/${name}-${size}-${colorScheme}.png`;
      const clip = { x: 0, y: 0, width: viewport.width, height: Math.min(await height(page), TALLEST) };
      await page.screenshot({ path, clip, fullPage: true, animations: 'disabled' });
    }
    const wide = await overflow(page);
    if (wide > 0) console.log(`${name}: ${wide} px too wide at ${viewport.width}`);
  }
}
await browser.close();
