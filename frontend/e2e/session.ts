import { expect, type APIRequestContext, type Locator, type Page } from '@playwright/test';

export const EMAIL = process.env.AUTOMATRIX_EMAIL ?? '';
export const PASSWORD = process.env.AUTOMATRIX_PASSWORD ?? '';

/** Signs in by the form, with an account whose password is not temporary. */
export async function signIn(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Email').fill(EMAIL);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(home(page)).toBeVisible();
}

/** What one sees first, once signed in. */
export const home = (page: Page): Locator => page.getByRole('heading', { name: /^Hello, /, level: 1 });

/** Goes to a page of the main navigation. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click();
}

interface Sent {
  method?: 'GET' | 'POST' | 'PUT';
  data?: object | string;
  contentType?: string;
}

/** Asks the API as the same account does; any answer but a success fails the test. */
export type Api = <T>(path: string, sent?: Sent) => Promise<T>;

export async function apiOf(request: APIRequestContext): Promise<Api> {
  const send = async <T>(path: string, sent: Sent, token?: string): Promise<T> => {
    const headers: Record<string, string> = { 'Content-Type': sent.contentType ?? 'application/json' };
    if (token) headers.Authorization = `Bearer ${token}`;
    const response = await request.fetch(path, { method: sent.method ?? 'POST', data: sent.data, headers });
    expect(response.ok(), `${path}: ${await response.text()}`).toBe(true);
    return (await response.json()) as T;
  };
  const { accessToken } = await send<{ accessToken: string }>('/api/auth/login', {
    data: { email: EMAIL, password: PASSWORD },
  });
  return (path, sent = { method: 'GET' }) => send(path, sent, accessToken);
}
