import { expect, type APIRequestContext, type Locator, type Page } from '@playwright/test';
import { inHome } from './system';

export interface Account {
  email: string;
  password: string;
}

/** Who is named in the environment, else the account that auth-service keeps for the command line of this machine. */
function accountOfTests(): Account {
  const { AUTOMATRIX_EMAIL: email, AUTOMATRIX_PASSWORD: password } = process.env;
  if (email && password) return { email, password };
  const kept = inHome('script-credential');
  return kept === '' ? { email: '', password: '' } : (JSON.parse(kept) as Account);
}

export const ACCOUNT = accountOfTests();

/** Signs in by the form, with an account whose password is not temporary. */
export async function signIn(page: Page, account = ACCOUNT): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Email').fill(account.email);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
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
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  data?: object | string;
  contentType?: string;
}

/** Asks the API as an account does; any answer but a success fails the test. */
export type Api = <T>(path: string, sent?: Sent) => Promise<T>;

export async function apiOf(request: APIRequestContext, account = ACCOUNT): Promise<Api> {
  const token = await tokenOf(request, account);
  return (path, sent = { method: 'GET' }) => send(request, path, sent, token);
}

export async function tokenOf(request: APIRequestContext, account = ACCOUNT): Promise<string> {
  const sent = { data: { email: account.email, password: account.password } };
  return (await send<{ accessToken: string }>(request, '/api/auth/login', sent)).accessToken;
}

async function send<T>(request: APIRequestContext, path: string, sent: Sent, token?: string): Promise<T> {
  const headers: Record<string, string> = { 'Content-Type': sent.contentType ?? 'application/json' };
  if (token) headers.Authorization = `Bearer ${token}`;
  const response = await request.fetch(path, { method: sent.method ?? 'POST', data: sent.data, headers });
  expect(response.ok(), `${path}: ${await response.text()}`).toBe(true);
  return (response.status() === 204 ? null : await response.json()) as T;
}
