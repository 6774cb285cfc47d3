import { execFileSync } from 'node:child_process';
import { defineConfig } from '@playwright/test';

/** The system's own Chromium; no browser is downloaded. */
function chromium(): string {
  const named = process.env.AUTOMATRIX_CHROMIUM;
  return named ?? execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim();
}

export default defineConfig({
  testDir: './e2e',
  outputDir: './test-results/traces',
  timeout: 300_000,
  expect: { timeout: 15_000 },
  workers: 1,
  retries: 0,
  reporter: [['list']],
  use: {
    actionTimeout: 15_000,
    baseURL: process.env.AUTOMATRIX_URL ?? 'http://localhost:8080',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromium(),
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
