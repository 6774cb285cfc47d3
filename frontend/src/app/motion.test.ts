import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('nothing takes a while to change for those who want no motion', () => {
  const css = readFileSync('src/index.css', 'utf8');
  const calm = css.slice(css.indexOf('@media (prefers-reduced-motion: reduce)'));

  expect(/transition-duration: ([^;]+);/.exec(calm)?.[1]).toBe('0s !important');
});
