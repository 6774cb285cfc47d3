import { lazy, Suspense } from 'react';
import { usePageKeys } from '@/app/keys/use-page-keys';
import { openDialog, useOpenDialog } from '@/app/open-dialog';

// Nobody pays for it on the first load.
const KeysDialog = lazy(() => import('@/app/keys/keys-dialog'));

/** Makes the keys of the pages work, and shows them by "?". */
export function KeyboardMap() {
  const open = useOpenDialog() === 'keys';
  usePageKeys(() => openDialog('keys'));
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <KeysDialog onClose={() => openDialog(null)} />
    </Suspense>
  );
}
