import { useState } from 'react';
import { Braces } from 'lucide-react';
import { Popover } from 'radix-ui';
import { ScopeTreeView } from '@/components/expression/scope-tree-view';
import type { ScopeEntry } from '@/components/expression/model/scope-tree';
import { Button } from '@/components/ui/button';

interface ScopePickerProps {
  label: string;
  scope: readonly ScopeEntry[];
  onPick: (path: string) => void;
}

/** Opens the data in scope beside a field; what is chosen goes into the field. */
export function ScopePicker({ label, scope, onPick }: ScopePickerProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button variant="quiet" size="sm" aria-label={`Insert data into ${label}`}>
          <Braces aria-hidden />
          Insert data
        </Button>
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
              // After the popover has given the focus back.
              setTimeout(() => onPick(path));
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
