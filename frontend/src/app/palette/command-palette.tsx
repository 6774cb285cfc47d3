import { lazy, Suspense, useEffect } from 'react';
import { Search } from 'lucide-react';
import { openDialog, toggleDialog, useOpenDialog } from '@/app/open-dialog';
import { isMac } from '@/app/palette/model/keys';

// Nobody pays for it on the first load.
const PaletteDialog = lazy(() => import('@/app/palette/palette-dialog'));

/** Opens by Ctrl-K from wherever one is. */
export function CommandPalette() {
  const open = useOpenDialog() === 'palette';

  useEffect(() => {
    function ask(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      toggleDialog('palette');
    }
    window.addEventListener('keydown', ask);
    return () => window.removeEventListener('keydown', ask);
  }, []);

  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <PaletteDialog onClose={() => openDialog(null)} />
    </Suspense>
  );
}

/** The same for those who do not know the keys. */
export function PaletteButton() {
  return (
    <button
      type="button"
      onClick={() => openDialog('palette')}
      aria-keyshortcuts="Control+K Meta+K"
      className="flex h-8 w-full shrink-0 items-center gap-2 rounded-md border bg-surface px-2 text-ink-faint transition-colors hover:bg-hover hover:text-ink"
    >
      <Search className="size-4 shrink-0" aria-hidden />
      <span className="@max-[8rem]:sr-only">Search</span>
      <kbd className="ml-auto font-sans text-xs @max-[8rem]:hidden" aria-hidden>
        {isMac() ? '⌘K' : 'Ctrl K'}
      </kbd>
    </button>
  );
}
