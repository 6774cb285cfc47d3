import { PLACES_BY_KEY } from '@/app/keys/model/places-by-key';
import { isMac } from '@/app/palette/model/keys';
import { Dialog, DialogBody } from '@/components/ui/dialog';
import { KeyList, type KeyEntry } from '@/components/ui/key-list';

const EVERYWHERE: KeyEntry[] = [
  { label: 'Search and do', keys: [isMac() ? '⌘' : 'Ctrl', 'K'] },
  { label: 'This map', keys: ['?'] },
  { label: 'Close what is open', keys: ['Esc'] },
];

const IN_A_LIST: KeyEntry[] = [
  { label: 'Next row', keys: ['J'] },
  { label: 'Row before', keys: ['K'] },
  { label: 'Open it', keys: ['Enter'] },
];

const AT_AN_APPROVAL: KeyEntry[] = [
  { label: 'Go to “Approve”', keys: ['A'] },
  { label: 'Go to “Reject”', keys: ['R'] },
];

const PLACES: KeyEntry[] = Object.entries(PLACES_BY_KEY).flatMap(([key, place]) =>
  place ? [{ label: place.label, keys: ['G', key.toUpperCase()] }] : [],
);

/** The keys of every page; the builder shows its own. */
export default function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Keyboard map"
      description="The builder has more keys: press ? there."
    >
      <DialogBody>
        <div className="grid grid-cols-1 gap-x-8 gap-y-5 sm:grid-cols-2">
          <div className="flex flex-col gap-5">
            <KeyList title="Everywhere" entries={EVERYWHERE} />
            <KeyList title="In a list" entries={IN_A_LIST} />
            <KeyList title="At an approval" entries={AT_AN_APPROVAL} />
          </div>
          <KeyList title="Go to" entries={PLACES} />
        </div>
      </DialogBody>
    </Dialog>
  );
}
