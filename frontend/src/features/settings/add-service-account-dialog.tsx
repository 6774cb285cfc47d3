import { useMutation, useQueryClient } from '@tanstack/react-query';
import { SecretShown } from '@/features/settings/secret-shown';
import { RoleChoice } from '@/features/settings/user-fields';
import { useEditing } from '@/components/form/use-editing';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/failure';
import { Field } from '@/components/ui/field';
import type { Role } from '@/lib/api-types';
import { settingsApi } from '@/lib/api/settings';

interface NewAccount {
  name: string;
  roles: Role[];
}

const NEW: NewAccount = { name: '', roles: ['OPERATOR'] };

function mistakes({ name, roles }: NewAccount): Record<string, string> {
  return {
    ...(/^[a-z][a-z0-9-]{1,62}$/.test(name)
      ? {}
      : { '/name': 'Begin with a small letter; then small letters, digits and dashes.' }),
    ...(roles.length === 0 ? { '/roles': 'Choose at least one role.' } : {}),
  };
}

/** Gives another system an account, and shows its secret once. */
export function AddServiceAccountDialog({ onClose }: { onClose: () => void }) {
  const queryClient = useQueryClient();
  const form = useEditing(NEW, mistakes);
  const { value, change, errorAt } = form;
  const add = useMutation({
    mutationFn: ({ name, roles }: NewAccount) => settingsApi.addServiceAccount(name, roles),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['settings', 'service-accounts'] }),
    onError: form.refuse,
  });

  if (add.data) {
    return (
      <SecretShown
        title={`${add.data.account.name} can sign in now`}
        about={`With ${add.data.account.email} and this secret, at POST /api/auth/login.`}
        label="secret"
        secret={add.data.secret}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog open onOpenChange={onClose} title="Add a service account">
      <form
        noValidate
        className="contents"
        onSubmit={(event) => {
          event.preventDefault();
          const account = form.submit();
          if (account !== null) add.mutate(account);
        }}
      >
        <DialogBody>
          <div className="flex flex-col gap-4">
            {form.elsewhere !== null && <Notice error={form.elsewhere} />}
            <Field label="Name" hint="Such as website or dms." error={errorAt('/name')} required>
              {(ids) => (
                <Input
                  {...ids}
                  autoComplete="off"
                  value={value.name}
                  onChange={(event) => change('/name', { ...value, name: event.target.value })}
                />
              )}
            </Field>
            <RoleChoice
              roles={value.roles}
              error={errorAt('/roles')}
              onChange={(roles) => change('/roles', { ...value, roles })}
            />
          </div>
        </DialogBody>
        <DialogFooter>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" busy={add.isPending}>
            Add
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
