import type { Page } from '@playwright/test';

/** Counts what the page draws, until it is asked how many frames that were in a second. */
export async function countFrames(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const seen = { frames: 0, begin: performance.now() };
    Object.assign(window, { seen });
    const count = () => {
      seen.frames += 1;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  return () =>
    page.evaluate(() => {
      const { seen } = window as unknown as { seen: { frames: number; begin: number } };
      return (seen.frames * 1000) / (performance.now() - seen.begin);
    });
}
