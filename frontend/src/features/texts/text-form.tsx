import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { toast } from 'sonner';
import { placeholdersIn } from '@/features/texts/model/placeholders';
import { TextFields, type TextValues } from '@/features/texts/text-fields';
import { TextPreview } from '@/features/texts/text-preview';
import { UnsavedGuard } from '@/components/form/unsaved-guard';
import { useEditing } from '@/components/form/use-editing';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/failure';
import { textsApi, type StoredText } from '@/lib/api/texts';
import { may } from '@/lib/roles';
import { useUser } from '@/lib/use-session';

const NEW: TextValues = { name: '', subject: '', text: '', html: '' };

function mistakes({ name, subject, text }: TextValues): Record<string, string> {
  return {
    ...(/^[a-z0-9][a-z0-9-]{0,63}$/.test(name)
      ? {}
      : { '/name': 'Use small letters, digits and dashes, such as car-is-ready.' }),
    ...(subject.trim() === '' ? { '/subject': 'Enter a subject; text messages leave it out.' } : {}),
    ...(text.trim() === '' ? { '/text': 'Enter what is sent.' } : {}),
  };
}

function useSave(stored: StoredText | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ name, subject, text, html }: TextValues) => {
      const content = { subject, text, html: html.trim() === '' ? null : html };
      return stored === null
        ? textsApi.add(name, content)
        : textsApi.change(stored.name, stored.version, content);
    },
    onSuccess: (saved) => {
      client.setQueryData(['text', saved.name], saved);
      void client.invalidateQueries({ queryKey: ['texts'] });
      toast.success(stored === null ? `${saved.name} is stored. Steps can send it now.` : 'Saved.');
    },
  });
}

/** Writes a text, beside what a customer would get. */
export function TextForm({ stored }: { stored: StoredText | null }) {
  const navigate = useNavigate();
  const canBuild = may(useUser(), 'build');
  const save = useSave(stored);
  const form = useEditing<TextValues>(
    stored === null
      ? NEW
      : { name: stored.name, subject: stored.subject, text: stored.text, html: stored.html ?? '' },
    mistakes,
  );
  const { value } = form;
  const isAdded = stored === null && save.isSuccess;

  const submit = () => {
    const typed = form.submit();
    if (typed === null) return;
    save.mutate(typed, {
      onError: form.refuse,
      onSuccess: (saved) => {
        if (stored === null) void navigate(`/outbox/texts/${saved.name}`);
      },
    });
  };

  return (
    <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-2">
      <UnsavedGuard when={form.isChanged && !save.isPending && !isAdded} />
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {form.elsewhere !== null && <Notice error={form.elsewhere} />}
        <TextFields form={form} isNew={stored === null} readOnly={!canBuild} />
        {canBuild && (
          <div>
            <Button type="submit" variant="primary" busy={save.isPending} disabled={!form.isChanged}>
              {stored === null ? 'Store the text' : 'Save'}
            </Button>
          </div>
        )}
      </form>
      <TextPreview
        subject={value.subject}
        text={value.text}
        html={value.html}
        names={placeholdersIn(value.subject, value.text, value.html)}
      />
    </div>
  );
}
