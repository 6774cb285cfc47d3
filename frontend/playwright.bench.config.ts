import { defineConfig } from '@playwright/test';
import { browser } from './e2e/browser';

/** What ./automatrix bench ui runs: figures are printed, and nothing is asserted about them. */
export default defineConfig({
  testDir: './bench',
  testMatch: '*.bench.ts',
  outputDir: './test-results/bench',
  timeout: 900_000,
  expect: { timeout: 60_000 },
  workers: 1,
  retries: 0,
  reporter: [['list'], ['./bench/table-reporter.ts']],
  use: browser,
});
