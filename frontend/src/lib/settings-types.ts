import type { Role } from '@/lib/api-types';
import type { JsonValue } from '@/lib/json';

export type Department = 'SALES' | 'SERVICE' | 'PARTS';
export type Weekday = 'MON' | 'TUE' | 'WED' | 'THU' | 'FRI' | 'SAT' | 'SUN';

/** Times on the store's clock, such as 09:00. */
export interface Hours {
  open: string;
  close: string;
}

export interface Holiday {
  /** Such as 2026-12-25. */
  date: string;
  name: string;
  /** Those that are closed; without it all are. */
  departments?: Department[] | null;
}

export interface DealershipSettings {
  name: string;
  phone?: string | null;
  address?: string | null;
  timeZone: string;
  hours: Partial<Record<Department, Partial<Record<Weekday, Hours>>>>;
  holidays?: Holiday[] | null;
  quietHours?: { from: string; to: string } | null;
  dailyContactCap?: number | null;
  /** Left out of a change, those that are there stay. */
  allowedHosts?: string[] | null;
  /** Those of them that are the dealership's own; left out likewise. */
  ownHosts?: string[] | null;
  /** How long history is kept; as installed without it. */
  historyDays?: number | null;
}

export interface ManagedUser {
  id: string;
  email: string;
  name: string;
  roles: Role[];
  groups: string[];
  isActive: boolean;
  mustChangePassword: boolean;
  createdAt: string;
  lastSignInAt: string | null;
}

export interface NewUser {
  email: string;
  name: string;
  roles: Role[];
  groups: string[];
}

export type UserChange = Partial<Omit<NewUser, 'email'>> & { isActive?: boolean };

export interface Invitation {
  user: ManagedUser;
  temporaryPassword: string;
}

/** Another system that asks the API under its own name. */
export interface ServiceAccount {
  id: string;
  name: string;
  /** What it signs in with, beside its secret. */
  email: string;
  roles: Role[];
  isActive: boolean;
  createdAt: string;
  lastSignInAt: string | null;
}

export interface ServiceAccountSecret {
  account: ServiceAccount;
  secret: string;
}

export type CredentialType = 'BASIC' | 'BEARER' | 'API_KEY' | 'OAUTH2_CLIENT' | 'SIGNING_SECRET';

export interface Credential {
  name: string;
  type: CredentialType;
  description: string;
  /** What of it is no secret. */
  parts: Record<string, string>;
  createdAt: string;
  changedAt: string;
  changedBy: string;
  lastUsedAt: string | null;
  lastUsedBy: string | null;
}

export interface CredentialValue {
  type: CredentialType;
  [part: string]: string;
}

export interface CredentialRotation {
  reEncrypted: number;
  unreadable: string[];
}

export interface AuditEntry {
  id: string;
  at: string;
  actor: { id?: string | null; name: string };
  action: string;
  subject: { type: string; id: string; name?: string | null };
  service: string;
  detail?: JsonValue;
  correlationId?: string | null;
}

export interface AuditPage {
  items: AuditEntry[];
  next?: string | null;
}
