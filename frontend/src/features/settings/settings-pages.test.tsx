import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { settingsRoutes } from '@/features/settings/routes';
import { Component as Layout } from '@/features/settings/settings-layout';
import type { DealershipSettings, ManagedUser } from '@/lib/settings-types';
import { renderPage, signInAs } from '@/test/render-page';
import { problem, server } from '@/test/server';

const PAGES = { path: '/settings', Component: Layout, children: settingsRoutes };

const ana: ManagedUser = {
  id: 'u1',
  email: 'ana@example.test',
  name: 'Ana Ruiz',
  roles: ['ADMIN'],
  groups: ['MANAGER'],
  isActive: true,
  mustChangePassword: false,
  createdAt: '2026-05-01T14:00:00Z',
  lastSignInAt: null,
};
const bo: ManagedUser = { ...ana, id: 'u2', name: 'Bo Lind', email: 'bo@example.test', roles: ['VIEWER'] };

let settings: DealershipSettings;
let sent: unknown[];

beforeEach(() => {
  signInAs('ADMIN');
  sent = [];
  settings = {
    name: 'Lakeside Motors',
    timeZone: 'America/New_York',
    hours: { SALES: { MON: { open: '09:00', close: '20:00' } } },
    holidays: [{ date: '2026-12-25', name: 'Christmas Day' }],
    quietHours: { from: '20:00', to: '08:00' },
    allowedHosts: ['crm.example.com'],
  };
  server.use(
    http.get('/api/settings/dealership', () => HttpResponse.json(settings)),
    http.put('/api/settings/dealership', async ({ request }) => {
      settings = (await request.json()) as DealershipSettings;
      sent.push(settings);
      return HttpResponse.json(settings);
    }),
    http.get('/api/users', () => HttpResponse.json({ items: [ana, bo] })),
  );
});

const keepBody = async (request: Request) => {
  const body: unknown = await request.json();
  sent.push(body);
  return body;
};

it('who is no administrator is told so', async () => {
  signInAs('BUILDER');
  renderPage(PAGES, '/settings/users');

  expect(await screen.findByText('Settings are for administrators')).toBeVisible();
});

describe('the dealership', () => {
  it('is saved, and put back by Undo', async () => {
    renderPage(PAGES, '/settings');
    const name = await screen.findByLabelText('Name');
    await userEvent.clear(name);
    expect(await screen.findByText('Enter the name of the dealership.')).toBeVisible();
    await userEvent.type(name, 'Seaside Motors');

    await userEvent.click(screen.getByRole('button', { name: 'Save' }));

    expect(await screen.findByText('The settings are saved.')).toBeVisible();
    expect(settings).toMatchObject({ name: 'Seaside Motors', allowedHosts: ['crm.example.com'] });
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(settings.name).toBe('Lakeside Motors'));
    await waitFor(() => expect(screen.getByLabelText('Name')).toHaveValue('Lakeside Motors'));
  });

  it('asks before what was typed is lost', async () => {
    const router = renderPage(PAGES, '/settings/dealership');
    await userEvent.type(await screen.findByLabelText('Name'), '!');

    await userEvent.click(screen.getByRole('link', { name: 'Holidays' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Stay here' }));
    expect(screen.getByLabelText('Name')).toHaveValue('Lakeside Motors!');

    await userEvent.click(screen.getByRole('link', { name: 'Holidays' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Leave and lose it' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/settings/holidays'));
  });

  it('shows at the field what the server refuses', async () => {
    server.use(
      http.put('/api/settings/dealership', () =>
        problem(400, 'settings.invalid', 'Expected possible hours.', [
          { pointer: '/name', code: 'size', message: 'It is too long.' },
        ]),
      ),
    );
    renderPage(PAGES, '/settings/dealership');
    await userEvent.type(await screen.findByLabelText('Name'), '!');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));

    expect(await screen.findByText('It is too long.')).toBeVisible();
  });

  it('closes after it opens, day by day', async () => {
    renderPage(PAGES, '/settings/dealership');
    await userEvent.click(await screen.findByLabelText('Parts on Sunday is open'));
    fireEvent.change(screen.getByLabelText('Parts on Sunday closes'), { target: { value: '08:00' } });

    expect(await screen.findByText('Enter a time after 09:00.')).toBeVisible();
  });
});

describe('holidays', () => {
  it('are added, removed and taken over from the federal calendar', async () => {
    renderPage(PAGES, '/settings/holidays');
    await userEvent.click(await screen.findByRole('button', { name: 'Add a holiday' }));
    await userEvent.type(screen.getByLabelText('Day'), '2026-12-24');
    await userEvent.type(screen.getByLabelText('Name'), 'Christmas Eve');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Sales' }));
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(await screen.findByText('Thu, Dec 24, 2026')).toBeVisible();
    expect(settings.holidays?.[0]).toEqual({
      date: '2026-12-24',
      name: 'Christmas Eve',
      departments: ['SERVICE', 'PARTS'],
    });

    await userEvent.click(screen.getByRole('button', { name: 'Remove Christmas Eve' }));
    await waitFor(() => expect(settings.holidays).toHaveLength(1));

    await userEvent.click(screen.getByRole('button', { name: 'Add federal holidays' }));
    await userEvent.click(screen.getByRole('button', { name: 'Add 11 holidays' }));
    await waitFor(() => expect(settings.holidays).toHaveLength(12));
  });
});

describe('users', () => {
  it('somebody is invited, and the password is shown once', async () => {
    server.use(
      http.post('/api/users', async ({ request }) => {
        await keepBody(request);
        return HttpResponse.json({
          user: { ...bo, id: 'u3', name: 'Cy Day' },
          temporaryPassword: 'one-time-7',
        });
      }),
    );
    renderPage(PAGES, '/settings/users');
    await userEvent.click(await screen.findByRole('button', { name: 'Invite somebody' }));
    await userEvent.click(screen.getByRole('button', { name: 'Invite' }));
    expect(screen.getByText('Enter an e-mail address.')).toBeVisible();
    await userEvent.type(screen.getByLabelText('E-mail'), 'cy@example.test');
    await userEvent.type(screen.getByLabelText('Name'), 'Cy Day');
    await userEvent.type(screen.getByLabelText(/^Groups/), 'bdc');
    await userEvent.click(screen.getByRole('button', { name: 'Invite' }));

    expect(await screen.findByRole('button', { name: 'Copy temporary password one-time-7' })).toBeVisible();
    expect(sent).toEqual([{ email: 'cy@example.test', name: 'Cy Day', roles: ['VIEWER'], groups: ['BDC'] }]);
  });

  it('the last administrator stays, and says so', async () => {
    renderPage(PAGES, '/settings/users');
    await userEvent.click(await screen.findByRole('button', { name: 'Ana Ruiz' }));

    expect(screen.getByText(/The last active administrator/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Deactivate' })).toBeDisabled();
  });

  it('somebody is deactivated, which Undo takes back', async () => {
    server.use(
      http.patch('/api/users/u2', async ({ request }) => {
        const change = (await keepBody(request)) as Partial<ManagedUser>;
        return HttpResponse.json({ ...bo, ...change });
      }),
    );
    renderPage(PAGES, '/settings/users');
    await userEvent.click(await screen.findByRole('button', { name: 'Bo Lind' }));
    await userEvent.click(screen.getByRole('button', { name: 'Deactivate' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));

    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[0]).toEqual({ isActive: false });
    expect(sent[1]).toMatchObject({ isActive: true, roles: ['VIEWER'] });
  });
});

describe('credentials', () => {
  const crm = {
    name: 'crm',
    type: 'API_KEY',
    description: '',
    parts: { header: 'X-Api-Key' },
    createdAt: '2026-05-01T14:00:00Z',
    changedAt: '2026-05-01T14:00:00Z',
    changedBy: 'Ana Ruiz',
    lastUsedAt: null,
    lastUsedBy: null,
  };

  it('are added with the parts of their kind, replaced and deleted', async () => {
    server.use(
      http.get('/api/credentials', () => HttpResponse.json({ items: [crm] })),
      http.post('/api/credentials', async ({ request }) => {
        await keepBody(request);
        return HttpResponse.json({ ...crm, name: 'dms' });
      }),
      http.put('/api/credentials/crm', async ({ request }) => {
        await keepBody(request);
        return HttpResponse.json(crm);
      }),
      http.delete('/api/credentials/crm', () => {
        sent.push('deleted');
        return new HttpResponse(null, { status: 204 });
      }),
    );
    renderPage(PAGES, '/settings/credentials');
    await userEvent.click(await screen.findByRole('button', { name: 'Add a credential' }));
    await userEvent.type(screen.getByLabelText('Name'), 'dms');
    await userEvent.selectOptions(screen.getByLabelText('Kind'), 'User name and password');
    await userEvent.type(screen.getByLabelText('User name'), 'lakeside');
    await userEvent.type(screen.getByLabelText('Password'), 'open sesame');
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(sent).toHaveLength(1));

    await userEvent.click(screen.getByRole('button', { name: 'Actions for crm' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Replace the secret' }));
    await userEvent.type(screen.getByLabelText('Key'), 'new key');
    await userEvent.click(screen.getByRole('button', { name: 'Replace' }));
    await waitFor(() => expect(sent).toHaveLength(2));

    await userEvent.click(screen.getByRole('button', { name: 'Actions for crm' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(sent).toHaveLength(3));

    expect(sent).toEqual([
      {
        name: 'dms',
        description: '',
        value: { type: 'BASIC', username: 'lakeside', password: 'open sesame' },
      },
      { value: { type: 'API_KEY', header: 'X-Api-Key', value: 'new key' } },
      'deleted',
    ]);
  });
});

it('hosts are allowed and taken back', async () => {
  renderPage(PAGES, '/settings/allowed-hosts');
  const host = await screen.findByLabelText('Host');
  await userEvent.type(host, 'not a host!');
  expect(screen.getByText(/Enter a host name/)).toBeVisible();
  await userEvent.clear(host);
  await userEvent.type(host, '*.dms.example.com');
  await userEvent.click(screen.getByRole('button', { name: 'Allow' }));
  await waitFor(() => expect(settings.allowedHosts).toEqual(['crm.example.com', '*.dms.example.com']));

  await userEvent.click(await screen.findByRole('checkbox', { name: '*.dms.example.com is our own system' }));
  await waitFor(() => expect(settings.ownHosts).toEqual(['*.dms.example.com']));

  await userEvent.click(await screen.findByRole('button', { name: 'Remove crm.example.com' }));
  await waitFor(() => expect(settings.allowedHosts).toEqual(['*.dms.example.com']));
  expect(settings.ownHosts).toEqual(['*.dms.example.com']);
});

it('a shorter history is asked for first, a longer one is kept at once', async () => {
  renderPage(PAGES, '/settings/retention');
  const period = await screen.findByLabelText('Executions, their steps and tasks');
  await userEvent.selectOptions(period, 'Three months');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(settings.historyDays).toBeUndefined();
  await userEvent.click(await screen.findByRole('button', { name: 'Keep less' }));
  await waitFor(() => expect(settings.historyDays).toBe(92));

  await userEvent.selectOptions(period, 'As installed, usually two years');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(settings.historyDays).toBeNull());
});

it('service accounts are added and get a new secret, each shown once', async () => {
  const website = {
    id: 's1',
    name: 'website',
    email: 'website@services.automatrix.local',
    roles: ['OPERATOR'],
    isActive: true,
    createdAt: '2026-05-01T14:00:00Z',
    lastSignInAt: null,
  };
  server.use(
    http.get('/api/users/services', () => HttpResponse.json({ items: [website] })),
    http.post('/api/users/services', async ({ request }) => {
      await keepBody(request);
      return HttpResponse.json({ account: { ...website, id: 's2', name: 'dms' }, secret: 'first-secret' });
    }),
    http.post('/api/users/services/s1/rotate', () =>
      HttpResponse.json({ account: website, secret: 'second-secret' }),
    ),
  );
  renderPage(PAGES, '/settings/service-accounts');
  await userEvent.click(await screen.findByRole('button', { name: 'Add a service account' }));
  await userEvent.type(screen.getByLabelText('Name'), 'dms');
  await userEvent.click(screen.getByRole('button', { name: 'Add' }));
  expect(await screen.findByText('first-secret')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'I have copied it' }));
  expect(screen.queryByText('first-secret')).not.toBeInTheDocument();

  await userEvent.click(screen.getByRole('button', { name: 'New secret for website' }));
  await userEvent.click(screen.getByRole('button', { name: 'Make a new secret' }));
  expect(await screen.findByText('second-secret')).toBeVisible();
  expect(sent).toEqual([{ name: 'dms', roles: ['OPERATOR'] }]);
});

it('registered step types are shown with their worker, and removed', async () => {
  const wash = {
    type: 'wash.book',
    category: 'external',
    title: 'Book a wash',
    description: 'Books the wash bay.',
    icon: 'plug',
    worker: 'wash',
    configSchema: {},
    outputSchema: {},
    handles: ['out', 'error'],
    available: true,
  };
  server.use(
    http.get('/api/step-types', () =>
      HttpResponse.json({ items: [wash, { ...wash, type: 'flow.if', title: 'If', worker: 'engine' }] }),
    ),
    http.delete('/api/step-types/wash.book', () =>
      problem(409, 'step-type.in-use', 'It is used by: Car wash.'),
    ),
  );
  renderPage(PAGES, '/settings/step-types');
  expect(await screen.findByText('step-requested.wash')).toBeVisible();
  expect(screen.queryByText('If')).not.toBeInTheDocument();

  await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
  const dialog = screen.getByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Remove' }));
  expect(await within(dialog).findByText('It is used by: Car wash.')).toBeVisible();
});
