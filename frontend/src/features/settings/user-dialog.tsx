import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { mistakesInUser } from '@/features/settings/model/users';
import { UserFields } from '@/features/settings/user-fields';
import { useEditing } from '@/components/form/use-editing';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/failure';
import { settingsApi } from '@/lib/api/settings';
import { messageOf } from '@/lib/http/problem';
import type { ManagedUser, UserChange } from '@/lib/settings-types';

interface UserDialogProps {
  user: ManagedUser;
  /** Whether nobody else is left who could administrate. */
  isLast: boolean;
  onClose: () => void;
}

export function UserDialog({ user, isLast, onClose }: UserDialogProps) {
  const { email, name, roles, groups } = user;
  const form = useEditing({ email, name, roles, groups }, mistakesInUser);
  const save = useChangeUser(user, onClose, form.refuse);

  return (
    <Dialog open onOpenChange={onClose} title={user.name} description={user.email}>
      <form
        noValidate
        className="contents"
        onSubmit={(event) => {
          event.preventDefault();
          const next = form.submit();
          if (next !== null) save.mutate({ name: next.name.trim(), roles: next.roles, groups: next.groups });
        }}
      >
        <DialogBody>
          <div className="flex flex-col gap-4">
            {form.elsewhere !== null && <Notice error={form.elsewhere} />}
            {isLast && (
              <p className="rounded-md bg-compensating-soft px-3 py-2 text-compensating">
                The last active administrator: cannot be deactivated or lose that role until there is another
                one.
              </p>
            )}
            <UserFields form={form} />
            <p className="text-sm text-ink-faint">Whoever loses a role or a group has to sign in again.</p>
          </div>
        </DialogBody>
        <DialogFooter>
          <Button
            variant={user.isActive ? 'danger' : 'secondary'}
            className="mr-auto"
            disabled={isLast || save.isPending}
            onClick={() => save.mutate({ isActive: !user.isActive })}
          >
            {user.isActive ? 'Deactivate' : 'Activate'}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            variant="primary"
            busy={save.isPending}
            disabled={!form.isChanged || save.isPending}
          >
            Save
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}

/** Changes the user, with a way back to how they were. */
function useChangeUser(user: ManagedUser, onDone: () => void, onError: (error: unknown) => void) {
  const queryClient = useQueryClient();
  const renew = () => queryClient.invalidateQueries({ queryKey: ['settings', 'users'] });
  const { id, name, roles, groups, isActive } = user;

  async function putBack() {
    try {
      await settingsApi.changeUser(id, { name, roles, groups, isActive });
      toast.success(`${name} is as before.`);
    } catch (error) {
      toast.error(messageOf(error));
    }
    await renew();
  }

  return useMutation({
    mutationFn: (change: UserChange) => settingsApi.changeUser(id, change),
    onSuccess: (after) => {
      void renew();
      toast.success(after.isActive === isActive ? `${after.name} is saved.` : saidOf(after), {
        action: { label: 'Undo', onClick: () => void putBack() },
      });
      onDone();
    },
    onError,
  });
}

const saidOf = (user: ManagedUser) =>
  user.isActive
    ? `${user.name} can sign in again.`
    : `${user.name} is deactivated and signed out everywhere.`;
