import { useState } from 'react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { KeyRound, Plus, RefreshCw } from 'lucide-react';
import { toast } from 'sonner';
import { AddCredentialDialog } from '@/features/settings/add-credential-dialog';
import { CredentialsTable } from '@/features/settings/credentials-table';
import { ReplaceCredentialDialog } from '@/features/settings/replace-credential-dialog';
import { SettingsPage } from '@/features/settings/settings-page';
import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { LoadMore } from '@/components/ui/load-more';
import { Card } from '@/components/ui/page';
import { settingsApi } from '@/lib/api/settings';
import { plural } from '@/lib/format/words';
import { messageOf } from '@/lib/http/problem';
import { settingsQueries } from '@/lib/settings-queries';
import type { Credential } from '@/lib/settings-types';

export type Asked = { what: 'add' } | { what: 'replace' | 'delete'; credential: Credential };

export function Component() {
  const credentials = useInfiniteQuery(settingsQueries.credentials());
  const [asked, setAsked] = useState<Asked | null>(null);
  const all = credentials.data?.pages.flatMap((page) => page.items) ?? [];
  const close = () => setAsked(null);

  return (
    <SettingsPage
      title="Credentials"
      about="What your workflows sign in to other systems with. What is secret goes in and is never shown again."
      query={credentials}
      actions={
        <>
          {all.length > 0 && <EncryptAnew />}
          <Button variant="primary" onClick={() => setAsked({ what: 'add' })}>
            <Plus aria-hidden />
            Add a credential
          </Button>
        </>
      }
    >
      {() => (
        <>
          <Card>
            {all.length === 0 ? (
              <EmptyState icon={KeyRound} title="No credentials yet">
                Steps that call your CRM, DMS or mail server need one. Add it here and name it in the step.
              </EmptyState>
            ) : (
              <CredentialsTable credentials={all} onAsk={setAsked} />
            )}
            <LoadMore query={credentials} />
          </Card>
          {asked?.what === 'add' && (
            <AddCredentialDialog known={all.map((one) => one.name)} onClose={close} />
          )}
          {asked?.what === 'replace' && (
            <ReplaceCredentialDialog credential={asked.credential} onClose={close} />
          )}
          {asked?.what === 'delete' && <DeleteCredential name={asked.credential.name} onClose={close} />}
        </>
      )}
    </SettingsPage>
  );
}

function DeleteCredential({ name, onClose }: { name: string; onClose: () => void }) {
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () => settingsApi.deleteCredential(name),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['settings', 'credentials'] });
      toast.success(`${name} is deleted.`);
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={`Delete ${name}?`}
      action="Delete"
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      Steps that name it fail from then on, and its secret cannot be brought back.
    </ConfirmDialog>
  );
}

/** Moves everything to the newest key of the service; does nothing where it is there already. */
function EncryptAnew() {
  const encrypt = useMutation({
    mutationFn: settingsApi.encryptCredentialsAnew,
    onSuccess: ({ reEncrypted, unreadable }) => {
      if (unreadable.length > 0)
        toast.error(`Their key is missing, enter them again: ${unreadable.join(', ')}.`);
      else if (reEncrypted === 0) toast.success('All credentials are under the newest key already.');
      else toast.success(`${plural(reEncrypted, 'credential')} encrypted with the newest key.`);
    },
    onError: (error) => toast.error(messageOf(error)),
  });
  return (
    <Button busy={encrypt.isPending} onClick={() => encrypt.mutate()}>
      <RefreshCw aria-hidden />
      Encrypt with the newest key
    </Button>
  );
}
