import { Dialog, DialogBody } from '@/components/ui/dialog';
import { KeyList, type KeyEntry } from '@/components/ui/key-list';
import { VIEW_COMMANDS } from '@/features/editor/commands';
import { ACTIONS } from '@/features/editor/model/actions';
import { keysOf } from '@/features/editor/model/shortcut';

const ON_THE_CANVAS: KeyEntry[] = [
  { label: 'Go from step to step', keys: ['←', '→', '↑', '↓'] },
  { label: 'Select the focused step', keys: ['Space'] },
  { label: 'Go to the settings of the step', keys: ['Enter'] },
  { label: 'Back from the settings to the step', keys: ['Escape'] },
  { label: 'Select several with a frame', keys: ['Shift', 'drag'] },
  { label: 'Move the view', keys: ['Space', 'drag'] },
];

/** Every key that does something here. */
export function KeyboardMap({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onOpenChange={onClose} title="Keyboard map">
      <DialogBody>
        <div className="grid grid-cols-1 gap-x-8 gap-y-5 sm:grid-cols-2">
          <KeyList title="Edit" entries={ACTIONS.flatMap(entryOf)} />
          <div className="flex flex-col gap-5">
            <KeyList title="Look" entries={VIEW_COMMANDS.flatMap(entryOf)} />
            <KeyList title="On the canvas" entries={ON_THE_CANVAS} />
          </div>
        </div>
      </DialogBody>
    </Dialog>
  );
}

function entryOf({ label, shortcut }: { label: string; shortcut?: string }): KeyEntry[] {
  return shortcut === undefined ? [] : [{ label, keys: keysOf(shortcut) }];
}
