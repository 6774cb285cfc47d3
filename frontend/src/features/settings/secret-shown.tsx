import { Button } from '@/components/ui/button';
import { CopyText } from '@/components/ui/copy-text';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';

interface SecretShownProps {
  title: string;
  about: string;
  label: string;
  secret: string;
  onClose: () => void;
}

/** Something secret, once: nobody can look it up again. */
export function SecretShown({ title, about, label, secret, onClose }: SecretShownProps) {
  return (
    <Dialog open onOpenChange={onClose} title={title} description={about}>
      <DialogBody>
        <div className="rounded-md border bg-sunken px-3 py-2.5">
          <CopyText text={secret} label={label} />
        </div>
        <p className="mt-3 text-ink-soft">Copy it now. It is shown this once, and is kept nowhere as text.</p>
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" onClick={onClose}>
          I have copied it
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
