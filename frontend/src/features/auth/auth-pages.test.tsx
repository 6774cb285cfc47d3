import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { Component as ChangePasswordPage } from '@/features/auth/change-password-page';
import { Component as SignInPage } from '@/features/auth/sign-in-page';
import { session } from '@/lib/http/session';
import { renderPage, signInAs } from '@/test/render-page';
import { problem, server } from '@/test/server';

const answer = {
  accessToken: 'token',
  expiresIn: 600,
  user: {
    id: 'u1',
    email: 'ana@example.test',
    name: 'Ana',
    roles: ['ADMIN'],
    isActive: true,
    mustChangePassword: false,
  },
};

async function fillAndSend(email: string, password: string) {
  const user = userEvent.setup();
  if (email !== '') await user.type(screen.getByLabelText('Email'), email);
  if (password !== '') await user.type(screen.getByLabelText('Password'), password);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
}

it('signs in and goes to where one wanted to go', async () => {
  server.use(http.post('/api/auth/login', () => HttpResponse.json(answer)));
  const router = renderPage({ path: '/sign-in', Component: SignInPage }, '/sign-in?next=%2Fexecutions%2Fe1');

  await fillAndSend('ana@example.test', 'correct horse');

  await waitFor(() => expect(router.state.location.pathname).toBe('/executions/e1'));
});

it('never leads away from this application', async () => {
  server.use(http.post('/api/auth/login', () => HttpResponse.json(answer)));
  const router = renderPage({ path: '/sign-in', Component: SignInPage }, '/sign-in?next=%2F%2Fevil.test');

  await fillAndSend('ana@example.test', 'correct horse');

  await waitFor(() => expect(router.state.location.pathname).toBe('/'));
});

it('says what is missing before it asks the server', async () => {
  renderPage({ path: '/sign-in', Component: SignInPage }, '/sign-in');

  await fillAndSend('', '');

  expect(screen.getByText('Enter your email address.')).toBeVisible();
  expect(screen.getByLabelText('Password')).toHaveAccessibleDescription('Enter your password.');
});

it('gives no hint which part of a wrong sign-in was wrong', async () => {
  server.use(http.post('/api/auth/login', () => problem(401, 'auth.bad-credentials', 'x')));
  renderPage({ path: '/sign-in', Component: SignInPage }, '/sign-in');

  await fillAndSend('ana@example.test', 'wrong');

  expect(await screen.findByText(/do not go together/)).toBeVisible();
  expect(session.read().status).toBe('signed-out');
});

it('changes a password, with a new sign-in', async () => {
  signInAs('ADMIN');
  const sent: unknown[] = [];
  server.use(
    http.post('/api/auth/password', async ({ request }) => {
      sent.push(await request.json());
      return new HttpResponse(null, { status: 204 });
    }),
    http.post('/api/auth/login', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(answer);
    }),
  );
  const router = renderPage({ path: '/change-password', Component: ChangePasswordPage }, '/change-password');
  const user = userEvent.setup();

  await user.type(screen.getByLabelText('Current password'), 'temporary-one');
  await user.type(screen.getByLabelText('New password'), 'a new long sentence');
  await user.type(screen.getByLabelText('New password again'), 'a new long sentence!');
  await user.click(screen.getByRole('button', { name: 'Change password' }));
  expect(screen.getByText('The two do not match.')).toBeVisible();
  await user.type(screen.getByLabelText('New password again'), '{backspace}');
  await user.click(screen.getByRole('button', { name: 'Change password' }));

  await waitFor(() => expect(router.state.location.pathname).toBe('/'));
  expect(sent).toEqual([
    { currentPassword: 'temporary-one', newPassword: 'a new long sentence' },
    { email: 'ana@example.test', password: 'a new long sentence' },
  ]);
});
