import { Dialog, DialogBody } from '@/components/ui/dialog';
import { VIEW_COMMANDS } from '@/features/editor/commands';
import { ACTIONS } from '@/features/editor/model/actions';
import { keysOf } from '@/features/editor/model/shortcut';

const ON_THE_CANVAS = [
  { label: 'Go from step to step', keys: ['Tab'] },
  { label: 'Select the focused step', keys: ['Enter'] },
  { label: 'Move the selected step', keys: ['←', '→', '↑', '↓'] },
  { label: 'Select several with a frame', keys: ['Shift', 'drag'] },
  { label: 'Move the view', keys: ['Space', 'drag'] },
];

/** Every key that does something here. */
export function KeyboardMap({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onOpenChange={onClose} title="Keyboard map">
      <DialogBody>
        <div className="grid grid-cols-1 gap-x-8 gap-y-5 sm:grid-cols-2">
          <Keys title="Edit" entries={ACTIONS.flatMap(entryOf)} />
          <div className="flex flex-col gap-5">
            <Keys title="Look" entries={VIEW_COMMANDS.flatMap(entryOf)} />
            <Keys title="On the canvas" entries={ON_THE_CANVAS} />
          </div>
        </div>
      </DialogBody>
    </Dialog>
  );
}

function entryOf({ label, shortcut }: { label: string; shortcut?: string }) {
  return shortcut === undefined ? [] : [{ label, keys: keysOf(shortcut) }];
}

function Keys({ title, entries }: { title: string; entries: { label: string; keys: string[] }[] }) {
  return (
    <section>
      <h3 className="mb-1 text-sm font-medium text-ink-faint">{title}</h3>
      <dl>
        {entries.map(({ label, keys }) => (
          <div key={label} className="flex h-8 items-center justify-between gap-3 border-b last:border-b-0">
            <dt className="truncate">{label}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <kbd key={key} className="rounded-sm border bg-sunken px-1.5 font-sans text-xs text-ink-soft">
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
