import { execFileSync } from 'node:child_process';
import type { PlaywrightTestConfig } from '@playwright/test';

/** The system's own Chromium; no browser is downloaded. */
function chromium(): string {
  const named = process.env.AUTOMATRIX_CHROMIUM;
  return named ?? execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim();
}

/** How every test and every benchmark looks at the running system. */
export const browser: NonNullable<PlaywrightTestConfig['use']> = {
  actionTimeout: 30_000,
  baseURL: process.env.AUTOMATRIX_URL ?? 'http://localhost:8080',
  viewport: { width: 1440, height: 900 },
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
};
