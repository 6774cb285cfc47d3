import { useState } from 'react';
import { Check, Copy } from 'lucide-react';
import { toast } from 'sonner';

/** Copies the name of a part as expressions use it; in sight while one points at the line. */
export function CopyPath({ path }: { path: string }) {
  const [copied, setCopied] = useState(false);
  const Icon = copied ? Check : Copy;

  async function copy() {
    try {
      await navigator.clipboard.writeText(path);
      setCopied(true);
      window.setTimeout(() => setCopied(false), 1500);
    } catch {
      toast.error('The browser does not allow copying here.');
    }
  }

  return (
    <button
      type="button"
      aria-label={`Copy the path ${path}`}
      title={`Copy ${path}`}
      onClick={() => void copy()}
      className="ml-1.5 inline-grid size-5 place-items-center rounded-sm align-middle text-ink-faint opacity-0 group-hover:opacity-100 hover:bg-hover hover:text-ink focus-visible:opacity-100"
    >
      <Icon className="size-3" aria-hidden />
    </button>
  );
}
