import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Bot, Plus, RotateCw } from 'lucide-react';
import { AddServiceAccountDialog } from '@/features/settings/add-service-account-dialog';
import { SecretShown } from '@/features/settings/secret-shown';
import { SettingsPage } from '@/features/settings/settings-page';
import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { Moment } from '@/components/status/moment';
import { Tag } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Card } from '@/components/ui/page';
import { Cell, NameCell, Row, Table } from '@/components/ui/table';
import { settingsApi } from '@/lib/api/settings';
import { inWords } from '@/lib/format/words';
import { settingsQueries } from '@/lib/settings-queries';
import type { ServiceAccount } from '@/lib/settings-types';

const HEAD = [
  { label: 'Name', className: 'w-[45%]' },
  { label: 'Roles', className: 'hidden sm:table-cell' },
  { label: 'Last sign-in', className: 'hidden md:table-cell' },
  { label: 'Actions', className: 'text-right' },
];

export function Component() {
  const accounts = useQuery(settingsQueries.serviceAccounts());
  const [adding, setAdding] = useState(false);
  const [rotated, setRotated] = useState<ServiceAccount | null>(null);
  return (
    <SettingsPage
      title="Service accounts"
      about="Accounts of other systems that ask the API: each with its own secret and no more than its roles."
      query={accounts}
      actions={
        <Button variant="primary" onClick={() => setAdding(true)}>
          <Plus aria-hidden />
          Add a service account
        </Button>
      }
    >
      {(all) => (
        <>
          <Card>
            {all.length === 0 ? (
              <EmptyState icon={Bot} title="No service accounts yet">
                Give your website, DMS or CRM an account of its own, so that it can be told apart and shut out
                alone.
              </EmptyState>
            ) : (
              <AccountsTable accounts={all} onRotate={setRotated} />
            )}
          </Card>
          {adding && <AddServiceAccountDialog onClose={() => setAdding(false)} />}
          {rotated && <Rotate account={rotated} onClose={() => setRotated(null)} />}
        </>
      )}
    </SettingsPage>
  );
}

interface AccountsTableProps {
  accounts: ServiceAccount[];
  onRotate: (account: ServiceAccount) => void;
}

function AccountsTable({ accounts, onRotate }: AccountsTableProps) {
  return (
    <Table caption="Service accounts" head={HEAD} stacks>
      {accounts.map((account) => (
        <Row key={account.id}>
          <NameCell>
            <p className="truncate font-medium">{account.name}</p>
            <p className="truncate text-sm text-ink-faint">{account.email}</p>
          </NameCell>
          <Cell className="hidden sm:table-cell">
            <span className="flex flex-wrap gap-1">
              {account.roles.map((role) => (
                <Tag key={role}>{inWords(role)}</Tag>
              ))}
            </span>
          </Cell>
          <Cell className="hidden text-ink-soft md:table-cell">
            {account.lastSignInAt ? <Moment at={account.lastSignInAt} /> : 'Never'}
          </Cell>
          <Cell className="text-right">
            <Button size="sm" aria-label={`New secret for ${account.name}`} onClick={() => onRotate(account)}>
              <RotateCw aria-hidden />
              New secret
            </Button>
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

function Rotate({ account, onClose }: { account: ServiceAccount; onClose: () => void }) {
  const queryClient = useQueryClient();
  const rotate = useMutation({
    mutationFn: () => settingsApi.rotateServiceAccount(account.id),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['settings', 'service-accounts'] }),
  });
  if (rotate.data) {
    return (
      <SecretShown
        title={`New secret for ${account.name}`}
        about={`It signs in with ${account.email} and this.`}
        label="secret"
        secret={rotate.data.secret}
        onClose={onClose}
      />
    );
  }
  return (
    <ConfirmDialog
      title={`Give ${account.name} a new secret?`}
      action="Make a new secret"
      busy={rotate.isPending}
      error={rotate.error}
      onConfirm={() => rotate.mutate()}
      onClose={onClose}
    >
      The old one stops working at once, and so does whatever still signs in with it.
    </ConfirmDialog>
  );
}
