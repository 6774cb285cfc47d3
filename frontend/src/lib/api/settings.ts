import type { Page } from '@/lib/api-types';
import { withQuery, type Filters } from '@/lib/api/with-query';
import { client } from '@/lib/http/client';
import type {
  AuditPage,
  Credential,
  CredentialRotation,
  CredentialValue,
  DealershipSettings,
  Invitation,
  ManagedUser,
  NewUser,
  ServiceAccount,
  ServiceAccountSecret,
  UserChange,
} from '@/lib/settings-types';
import type { Role } from '@/lib/api-types';

const DEALERSHIP = '/api/settings/dealership';
const SERVICES = '/api/users/services';
const idIn = encodeURIComponent;

/** What the settings ask the services for. */
export const settingsApi = {
  dealership: () => client.json<DealershipSettings>(DEALERSHIP),
  /** Changes only what is given, whatever somebody else has changed of the rest meanwhile. */
  changeDealership: async (part: Partial<DealershipSettings>) => {
    const now = await client.json<DealershipSettings>(DEALERSHIP);
    return client.json<DealershipSettings>(DEALERSHIP, { method: 'PUT', body: { ...now, ...part } });
  },

  users: (filters: Filters) => client.json<Page<ManagedUser>>(withQuery('/api/users', filters)),
  inviteUser: (user: NewUser) => client.json<Invitation>('/api/users', { method: 'POST', body: user }),
  changeUser: (id: string, change: UserChange) =>
    client.json<ManagedUser>(`/api/users/${idIn(id)}`, { method: 'PATCH', body: change }),

  serviceAccounts: () => client.json<Page<ServiceAccount>>(SERVICES),
  addServiceAccount: (name: string, roles: Role[]) =>
    client.json<ServiceAccountSecret>(SERVICES, { method: 'POST', body: { name, roles } }),
  rotateServiceAccount: (id: string) =>
    client.json<ServiceAccountSecret>(`${SERVICES}/${idIn(id)}/rotate`, { method: 'POST', body: {} }),

  credentials: (filters: Filters) => client.json<Page<Credential>>(withQuery('/api/credentials', filters)),
  addCredential: (name: string, description: string, value: CredentialValue) =>
    client.json<Credential>('/api/credentials', { method: 'POST', body: { name, description, value } }),
  changeCredential: (name: string, change: { description?: string; value?: CredentialValue }) =>
    client.json<Credential>(`/api/credentials/${idIn(name)}`, { method: 'PUT', body: change }),
  deleteCredential: (name: string) =>
    client.json<undefined>(`/api/credentials/${idIn(name)}`, { method: 'DELETE' }),
  encryptCredentialsAnew: () =>
    client.json<CredentialRotation>('/api/credentials/rotate', { method: 'POST', body: {} }),

  audit: (filters: Filters) => client.json<AuditPage>(withQuery('/api/audit', filters)),
  auditAsCsv: async (filters: Filters) =>
    (
      await client.open(withQuery('/api/audit', { ...filters, format: 'csv' }), {
        headers: { Accept: 'text/csv' },
      })
    ).blob(),

  removeStepType: (type: string) =>
    client.json<undefined>(`/api/step-types/${idIn(type)}`, { method: 'DELETE' }),
};
