import { Popover } from 'radix-ui';
import { useMemo, useState } from 'react';
import { StepList } from '@/features/editor/palette/step-list';
import { isFocusLost } from '@/features/editor/focus';
import type { PickRequest } from '@/features/editor/editor-context';
import type { StepType } from '@/lib/api-types';

interface StepPickerProps {
  request: PickRequest | null;
  types: readonly StepType[];
  onChoose: (type: StepType, request: PickRequest) => void;
  onClose: () => void;
}

const WIDTH = 320;
const GAP = 12;

/** Whether the list would lie over the card beside which it is opened. */
function isNarrowBeside({ x, width = 0 }: PickRequest['at']): boolean {
  return width > 0 && x + width + WIDTH + 2 * GAP > window.innerWidth;
}

/** Which step to add, asked where it will be. */
export function StepPicker({ request, types, onChoose, onClose }: StepPickerProps) {
  const anchor = useMemo(
    () => ({
      current: {
        getBoundingClientRect: () => DOMRect.fromRect(request?.at),
      },
    }),
    [request],
  );
  // Before the search in the list takes the focus, at once so that no letter is lost.
  const [from, setFrom] = useState<{ request: PickRequest | null; focus: Element | null }>({
    request: null,
    focus: null,
  });
  if (from.request !== request) setFrom({ request, focus: request ? document.activeElement : from.focus });
  const between = request?.place.kind === 'on' || request?.place.kind === 'before';
  const offered = between ? types.filter((type) => type.handles.length > 0) : types;
  return (
    <Popover.Root open={request !== null} onOpenChange={(open) => !open && onClose()}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal>
        <Popover.Content
          side={request && isNarrowBeside(request.at) ? 'bottom' : 'right'}
          align="start"
          sideOffset={GAP}
          collisionPadding={GAP}
          aria-label="Add a step"
          onCloseAutoFocus={() => {
            if (isFocusLost() && from.focus instanceof HTMLElement) from.focus.focus();
          }}
          className="z-50 flex h-96 w-80 animate-rise flex-col rounded-lg bg-surface shadow-float outline-none"
        >
          {request && (
            <StepList
              autoFocus
              label="Add a step"
              types={offered}
              onChoose={(type) => onChoose(type, request)}
            />
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
