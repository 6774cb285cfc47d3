import { useState } from 'react';
import { Check, Copy } from 'lucide-react';
import { toast } from 'sonner';

interface CopyTextProps {
  text: string;
  /** What the text is, for the button's name: "correlation id". */
  label: string;
  shown?: string;
}

export function CopyText({ text, label, shown = text }: CopyTextProps) {
  const [copied, setCopied] = useState(false);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      window.setTimeout(() => setCopied(false), 1500);
    } catch {
      toast.error('The browser does not allow copying here.');
    }
  }

  const Icon = copied ? Check : Copy;
  return (
    <button
      type="button"
      aria-label={shown === text ? `Copy ${label} ${text}` : `Copy ${label}`}
      onClick={() => void copy()}
      className="inline-flex min-h-6 max-w-full items-center gap-1.5 rounded-sm px-1 font-mono text-xs text-ink-soft transition-colors hover:bg-hover hover:text-ink"
    >
      <span className="truncate">{shown}</span>
      <Icon className="size-3.5 shrink-0" aria-hidden />
    </button>
  );
}
