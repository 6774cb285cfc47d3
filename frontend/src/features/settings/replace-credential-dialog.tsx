import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { CredentialParts } from '@/features/settings/credential-parts';
import { mistakesInParts, valueOf, type CredentialForm } from '@/features/settings/model/credentials';
import { useEditing } from '@/components/form/use-editing';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/failure';
import { settingsApi } from '@/lib/api/settings';
import type { Credential } from '@/lib/settings-types';

interface ReplaceCredentialDialogProps {
  credential: Credential;
  onClose: () => void;
}

/** Puts a new secret in the place of the old one: the next step that asks gets the new one. */
export function ReplaceCredentialDialog({ credential, onClose }: ReplaceCredentialDialogProps) {
  const queryClient = useQueryClient();
  const { name, description, type, parts } = credential;
  const form = useEditing<CredentialForm>({ name, description, type, parts }, mistakesInParts);
  const replace = useMutation({
    mutationFn: (next: CredentialForm) => settingsApi.changeCredential(name, { value: valueOf(next) }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['settings', 'credentials'] });
      toast.success(`${name} has a new secret, which steps use from now on.`);
      onClose();
    },
    onError: form.refuse,
  });

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`New secret for ${name}`}
      description="The old one is forgotten when you save. Steps that run then get the new one."
    >
      <form
        noValidate
        className="contents"
        onSubmit={(event) => {
          event.preventDefault();
          const next = form.submit();
          if (next !== null) replace.mutate(next);
        }}
      >
        <DialogBody>
          <div className="flex flex-col gap-4">
            {form.elsewhere !== null && <Notice error={form.elsewhere} />}
            <CredentialParts form={form} />
          </div>
        </DialogBody>
        <DialogFooter>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" busy={replace.isPending}>
            Replace
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
