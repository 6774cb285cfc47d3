import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/failure';
import { UnsavedGuard } from '@/components/form/unsaved-guard';
import type { Editing } from '@/components/form/use-editing';

interface SaveBarProps<T> {
  form: Editing<T>;
  busy: boolean;
}

/** The end of a form: saves or discards, and guards what is neither yet. */
export function SaveBar<T>({ form, busy }: SaveBarProps<T>) {
  return (
    <div className="flex flex-col gap-3">
      <UnsavedGuard when={form.isChanged && !busy} />
      {form.elsewhere !== null && <Notice error={form.elsewhere} />}
      <div className="flex items-center gap-2">
        <Button type="submit" variant="primary" busy={busy} disabled={busy || !form.isChanged}>
          Save
        </Button>
        <Button variant="quiet" disabled={busy || !form.isChanged} onClick={form.discard}>
          Discard changes
        </Button>
        {form.isChanged && (
          <span role="status" className="text-sm text-ink-faint">
            Not saved yet
          </span>
        )}
      </div>
    </div>
  );
}
