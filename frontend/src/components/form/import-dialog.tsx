import { useState, type SyntheticEvent } from 'react';
import { DocumentFields, type Given } from '@/components/form/document-fields';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/failure';
import { FieldError } from '@/components/ui/field';
import { documentOf } from '@/lib/document-text';
import { Problem } from '@/lib/http/problem';

interface ImportDialogProps {
  title: string;
  /** What becomes of the document. */
  description: string;
  busy: boolean;
  error: unknown;
  onImport: (document: Blob) => void;
  onClose: () => void;
}

/** Takes a document in JSON or YAML, from a file or as text. */
export function ImportDialog({ title, description, busy, error, onImport, onClose }: ImportDialogProps) {
  const [given, setGiven] = useState<Given>({ text: '', file: null });
  const isEmpty = given.file === null && given.text.trim() === '';

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (!isEmpty) void documentOf(given.file ?? new Blob([given.text])).then(onImport);
  }

  return (
    <Dialog open onOpenChange={onClose} title={title} description={description}>
      <form noValidate onSubmit={submit} className="contents">
        <DialogBody>
          <div className="flex flex-col gap-4">
            {error !== null && error !== undefined && <Refusal error={error} />}
            <DocumentFields given={given} onGive={setGiven} />
          </div>
        </DialogBody>
        <DialogFooter>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" busy={busy} disabled={isEmpty}>
            Import
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}

/** What the server says, with the place of each thing that is wrong; a sentence about the whole is said once. */
function Refusal({ error }: { error: unknown }) {
  const violations = error instanceof Problem ? error.violations : [];
  const placed = violations.filter(({ pointer }) => pointer !== '');
  return (
    <div className="flex flex-col gap-2">
      <Notice error={error} />
      {placed.map(({ pointer, message }, index) => (
        <FieldError key={index}>
          <code className="font-mono wrap-anywhere">{pointer}</code> {message}
        </FieldError>
      ))}
    </div>
  );
}
