import { useMutation, useQueryClient } from '@tanstack/react-query';
import { mistakesInUser } from '@/features/settings/model/users';
import { SecretShown } from '@/features/settings/secret-shown';
import { UserFields } from '@/features/settings/user-fields';
import { useEditing } from '@/components/form/use-editing';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/failure';
import { Field } from '@/components/ui/field';
import { settingsApi } from '@/lib/api/settings';
import type { NewUser } from '@/lib/settings-types';

const NEW: NewUser = { email: '', name: '', roles: ['VIEWER'], groups: [] };

/** Gives somebody an account, and shows the password for the first sign-in once. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const queryClient = useQueryClient();
  const form = useEditing(NEW, mistakesInUser);
  const { value, change, errorAt } = form;
  const invite = useMutation({
    mutationFn: settingsApi.inviteUser,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['settings', 'users'] }),
    onError: form.refuse,
  });

  if (invite.data) {
    const { user, temporaryPassword } = invite.data;
    return (
      <SecretShown
        title={`${user.name} can sign in now`}
        about={`With ${user.email} and this password, which has to be changed at the first sign-in.`}
        label="temporary password"
        secret={temporaryPassword}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog open onOpenChange={onClose} title="Invite somebody">
      <form
        noValidate
        className="contents"
        onSubmit={(event) => {
          event.preventDefault();
          const user = form.submit();
          if (user !== null) invite.mutate({ ...user, name: user.name.trim() });
        }}
      >
        <DialogBody>
          <div className="flex flex-col gap-4">
            {form.elsewhere !== null && <Notice error={form.elsewhere} />}
            <Field label="E-mail" error={errorAt('/email')} required>
              {(ids) => (
                <Input
                  {...ids}
                  type="email"
                  autoComplete="off"
                  value={value.email}
                  onChange={(event) => change('/email', { ...value, email: event.target.value.trim() })}
                />
              )}
            </Field>
            <UserFields form={form} />
          </div>
        </DialogBody>
        <DialogFooter>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" busy={invite.isPending}>
            Invite
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
