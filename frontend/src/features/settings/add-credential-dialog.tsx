import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { CredentialParts } from '@/features/settings/credential-parts';
import {
  KINDS,
  kindOf,
  mistakesInCredential,
  valueOf,
  type CredentialForm,
} from '@/features/settings/model/credentials';
import { useEditing } from '@/components/form/use-editing';
import { Button } from '@/components/ui/button';
import { Input, Select } from '@/components/ui/controls';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/failure';
import { Field } from '@/components/ui/field';
import { settingsApi } from '@/lib/api/settings';
import type { CredentialType } from '@/lib/settings-types';

const NEW: CredentialForm = { name: '', description: '', type: 'API_KEY', parts: {} };

interface AddCredentialDialogProps {
  known: string[];
  onClose: () => void;
}

export function AddCredentialDialog({ known, onClose }: AddCredentialDialogProps) {
  const queryClient = useQueryClient();
  const form = useEditing(NEW, (value) => mistakesInCredential(value, known));
  const { value, change, errorAt } = form;
  const add = useMutation({
    mutationFn: (credential: CredentialForm) =>
      settingsApi.addCredential(credential.name, credential.description.trim(), valueOf(credential)),
    onSuccess: (credential) => {
      void queryClient.invalidateQueries({ queryKey: ['settings', 'credentials'] });
      toast.success(`${credential.name} is added. Workflows can name it now.`);
      onClose();
    },
    onError: form.refuse,
  });

  return (
    <Dialog open onOpenChange={onClose} title="Add a credential" description={kindOf(value.type).about}>
      <form
        noValidate
        className="contents"
        onSubmit={(event) => {
          event.preventDefault();
          const credential = form.submit();
          if (credential !== null) add.mutate(credential);
        }}
      >
        <DialogBody>
          <div className="flex flex-col gap-4">
            {form.elsewhere !== null && <Notice error={form.elsewhere} />}
            <Field label="Name" hint="As workflows name it, such as crm." error={errorAt('/name')} required>
              {(ids) => (
                <Input
                  {...ids}
                  autoComplete="off"
                  value={value.name}
                  onChange={(event) => change('/name', { ...value, name: event.target.value.trim() })}
                />
              )}
            </Field>
            <Field label="Kind">
              {(ids) => (
                <Select
                  {...ids}
                  value={value.type}
                  onChange={(event) =>
                    change('/type', { ...value, type: event.target.value as CredentialType, parts: {} })
                  }
                >
                  {KINDS.map(({ type, label }) => (
                    <option key={type} value={type}>
                      {label}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <CredentialParts form={form} />
            <Field label="Description" required={false}>
              {(ids) => (
                <Input
                  {...ids}
                  maxLength={500}
                  value={value.description}
                  onChange={(event) => change('/description', { ...value, description: event.target.value })}
                />
              )}
            </Field>
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
