import { useState } from 'react';
import { ChevronDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import type { ScopeEntry } from '@/components/expression/model/scope-tree';
import { pathInWords } from '@/components/expression/model/scope-words';
import { ScopeTreeView } from '@/components/expression/scope-tree-view';
import { controlLook } from '@/components/ui/field';
import { cx } from '@/lib/cx';

interface FieldPickerProps {
  label: string;
  /** As an expression names it; empty while nothing is chosen. */
  value: string;
  scope: readonly ScopeEntry[];
  readOnly: boolean;
  onPick: (path: string) => void;
}

/** One thing of what is in scope, chosen from the tree and said in words. */
export function FieldPicker({ label, value, scope, readOnly, onPick }: FieldPickerProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button
          type="button"
          aria-label={`${label}: ${value === '' ? 'choose' : pathInWords(scope, value)}`}
          title={value === '' ? undefined : value}
          disabled={readOnly}
          className={cx(controlLook, 'flex h-9 min-w-0 items-center gap-2 text-left')}
        >
          <span className={cx('min-w-0 flex-1 truncate', value === '' && 'text-ink-faint')}>
            {value === '' ? 'Choose what to look at…' : pathInWords(scope, value)}
          </span>
          <ChevronDown className="size-4 shrink-0 text-ink-faint" aria-hidden />
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          side="left"
          align="start"
          sideOffset={8}
          collisionPadding={8}
          aria-label="Data in scope"
          className="z-50 flex max-h-[min(28rem,80vh)] w-96 max-w-[92vw] animate-rise flex-col rounded-lg bg-surface p-2 shadow-float"
        >
          <ScopeTreeView
            scope={scope}
            onPick={(path) => {
              setOpen(false);
              onPick(path);
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
