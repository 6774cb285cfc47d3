import axe from 'axe-core';
import { expect, type Page } from '@playwright/test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** What a theme can break; everything else is the same in both. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

const PHONE_WIDTH = 390;

/** Looks at the page as it is in both themes: no violation of WCAG 2.2 AA, and a picture of each; nothing is cut off on a phone. */
export async function checkPage(page: Page, name: string): Promise<void> {
  await lookAt(page, name, 'dark', { type: 'rule', values: OF_COLOURS });
  await lookAt(page, name, 'light', { type: 'tag', values: WCAG });
  await checkFitsPhone(page, name);
}

async function lookAt(page: Page, name: string, theme: 'light' | 'dark', rules: axe.RunOnly): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  await expect.poll(() => page.evaluate(countTransitions), { message: `${name} settles` }).toBe(0);
  await page.screenshot({ path: `test-results/${name}-${theme}.png`, fullPage: true });
  expect(await violations(page, rules), `${name} in ${theme}`).toEqual([]);
}

/** How much of the page is still on its way to another look. */
function countTransitions(): number {
  return document.getAnimations().filter((animation) => animation instanceof CSSTransition).length;
}

/** What axe finds in the page itself; a frame that shows an e-mail runs nothing, not even this. */
async function violations(page: Page, runOnly: axe.RunOnly) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (rules) => {
    const found = await window.axe.run(document, {
      runOnly: rules,
      resultTypes: ['violations'],
      iframes: false,
    });
    return found.violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map((node) => node.html) }));
  }, runOnly);
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** Nothing makes the page wider than a phone; what does is named. */
async function checkFitsPhone(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: PHONE_WIDTH, height: before?.height ?? 844 });
  await expect.poll(() => page.evaluate(widestBeyond), { message: `${name} on a phone` }).toBe('');
  if (before) await page.setViewportSize(before);
}

/** A sentence about the element that reaches furthest to the right of a page that scrolls sideways; empty if none does. */
function widestBeyond(): string {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return '';
  const [widest] = [...document.body.querySelectorAll('*')]
    .map((element) => ({ element, right: element.getBoundingClientRect().right }))
    .sort((one, other) => other.right - one.right);
  const what = widest ? widest.element.outerHTML.slice(0, 160) : 'nothing in particular';
  return `Expected at most ${clientWidth} px, but the page is ${scrollWidth} px wide; furthest right is ${what}`;
}

/** Collects what the browser complains about, to be looked at when all is done. */
export function watchConsole(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}
