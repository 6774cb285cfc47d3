// Opens an execution of 10,000 step runs against made-up answers and prints how long that takes and how smoothly its log
// scrolls: node scripts/long-execution.mjs http://localhost:5173
import { chromium } from '@playwright/test';

const base = process.argv[2] ?? 'http://localhost:5173';
const STEP_RUNS = 10_000;
const PAGE = 200;
const began = Date.parse('2026-05-01T14:00:00Z');
const at = (ms) => new Date(began + ms).toISOString();

const user = {
  id: 'u1',
  email: 'a@example.test',
  name: 'Ana',
  roles: ['ADMIN'],
  isActive: true,
  mustChangePassword: false,
};
const execution = {
  id: 'e1',
  workflowId: 'w1',
  workflowName: 'Ten thousand parts',
  workflowVersion: 1,
  status: 'COMPLETED',
  trigger: { kind: 'API' },
  correlationId: 'c1',
  paused: false,
  startedAt: at(0),
  finishedAt: at(STEP_RUNS * 10),
  durationMs: STEP_RUNS * 10,
  input: {},
  output: {},
};
const definition = {
  specVersion: '1',
  nodes: [{ id: 'each', type: 'data.transform', name: 'Order the part', config: { value: 1 } }],
  edges: [],
};
const logs = Array.from({ length: STEP_RUNS }, (_, n) => ({
  id: String(n + 1),
  stepRunId: `each[${n}]`,
  nodeId: 'each',
  nodeName: 'Order the part',
  stepType: 'data.transform',
  attempt: 1,
  status: n % 50 === 7 ? 'FAILED' : 'COMPLETED',
  input: { part: `P-${n}`, note: 'what a step is told '.repeat(5) },
  output: { ordered: n },
  error:
    n % 50 === 7
      ? { code: 'http.timeout', message: `Expected part P-${n}, but the supplier did not answer.` }
      : null,
  handles: ['out'],
  startedAt: at(n * 10),
  finishedAt: at(n * 10 + 8),
  durationMs: 8,
}));

function answer(path, query) {
  if (path === '/api/auth/refresh') return { accessToken: 't', expiresIn: 900, user };
  if (path === '/api/executions/e1') return execution;
  if (path === '/api/executions/e1/definition')
    return { workflowId: 'w1', version: 1, name: 'x', definition };
  if (path === '/api/tasks/counts') return { mine: 0, claimed: 0, overdue: 0, all: 0 };
  if (path !== '/api/executions/e1/logs') return { items: [] };
  const from = Number(query.get('cursor') ?? 0);
  const next = from + PAGE;
  return { items: logs.slice(from, next), nextCursor: next < STEP_RUNS ? String(next) : null };
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.addInitScript(() => window.localStorage.setItem('automatrix.signed-in', 'yes'));
await page.route(
  (url) => url.pathname.startsWith('/api/'),
  (route) => {
    const { pathname, searchParams } = new URL(route.request().url());
    return route.fulfill({ json: answer(pathname, searchParams) });
  },
);
await page.goto(`${base}/executions`);
await page.getByRole('heading', { name: 'Executions' }).waitFor({ timeout: 60_000 });

const opened = Date.now();
await page.evaluate(() => {
  window.history.pushState({}, '', '/executions/e1');
  window.dispatchEvent(new PopStateEvent('popstate'));
});
await page.getByText('10,000 entries').waitFor({ timeout: 60_000 });
const opening = Date.now() - opened;

const { frames, ms, longest } = await page.evaluate(async () => {
  const box = document.querySelector('[role="group"][aria-label="Attempts"]');
  const times = [];
  const start = performance.now();
  for (let last = start; last - start < 3000;) {
    const now = await new Promise(requestAnimationFrame);
    times.push(now - last);
    last = now;
    box.scrollTop += 120;
  }
  return { frames: times.length, ms: performance.now() - start, longest: Math.max(...times) };
});
const rows = await page.locator('[aria-label="Attempts"] li').count();
console.log(`opened 10,000 step runs in ${opening} ms; ${rows} rows laid out`);
console.log(
  `scrolled at ${((frames / ms) * 1000).toFixed(0)} frames/s, the longest frame ${longest.toFixed(0)} ms`,
);
await browser.close();
