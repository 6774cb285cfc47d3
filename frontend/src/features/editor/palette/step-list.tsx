import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { categoryWord, StepIcon } from '@/components/graph/step-icon';
import { categoryOf } from '@/components/graph/model/graph';
import { paletteOf } from '@/features/editor/model/catalogue';
import { STEP_MIME } from '@/features/editor/palette/drag';
import type { StepType } from '@/lib/api-types';
import { cx } from '@/lib/cx';

interface StepListProps {
  label: string;
  types: readonly StepType[];
  onChoose: (type: StepType) => void;
  draggable?: boolean;
  autoFocus?: boolean;
  inputId?: string;
}

/** The step types by group, with a search; Enter or a click chooses one. */
export function StepList({
  label,
  types,
  onChoose,
  draggable = false,
  autoFocus = false,
  inputId,
}: StepListProps) {
  const [query, setQuery] = useState('');
  const groups = paletteOf(types, query);
  return (
    <Command label={label} shouldFilter={false} className="group/list flex min-h-0 flex-1 flex-col">
      <div className="relative m-2">
        <Search
          className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-faint"
          aria-hidden
        />
        <Command.Input
          id={inputId}
          autoFocus={autoFocus}
          value={query}
          onValueChange={setQuery}
          placeholder="Search steps"
          aria-label={label}
          className="h-8 w-full rounded-md border border-field bg-surface pr-2 pl-8 placeholder:text-ink-faint focus-visible:outline-offset-0"
        />
      </div>
      <Command.List className="min-h-0 flex-1 overflow-y-auto px-2 pb-2" label={label}>
        <Command.Empty className="px-2 py-6 text-center text-ink-faint">
          No step fits “{query}”.
        </Command.Empty>
        {groups.map((group) => (
          <Command.Group
            key={group.category}
            heading={categoryWord(group.category)}
            className="**:[[cmdk-group-heading]]:px-2 **:[[cmdk-group-heading]]:pt-3 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-xs **:[[cmdk-group-heading]]:font-medium **:[[cmdk-group-heading]]:text-ink-faint"
          >
            {group.types.map((type) => (
              <Command.Item
                key={type.type}
                value={type.type}
                onSelect={() => onChoose(type)}
                draggable={draggable}
                onDragStart={(event) => {
                  event.dataTransfer.setData(STEP_MIME, type.type);
                  event.dataTransfer.effectAllowed = 'copy';
                }}
                title={type.description}
                className={cx(
                  'flex items-center gap-2.5 rounded-md px-2 py-1.5 hover:bg-hover group-focus-within/list:data-[selected=true]:bg-hover',
                  draggable ? 'cursor-grab active:cursor-grabbing' : 'cursor-pointer',
                )}
              >
                <StepIcon category={categoryOf(type.type, type)} icon={type.icon} className="size-7" />
                <span className="min-w-0 flex-1">
                  <span className="block leading-[18px]">{type.title}</span>
                  {!draggable && (
                    <span className="block truncate text-xs text-ink-faint">{type.description}</span>
                  )}
                </span>
                {!type.available && <span className="text-xs text-ink-faint">soon</span>}
              </Command.Item>
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  );
}
