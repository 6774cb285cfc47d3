import { useRef, useState, useEffect } from 'react';
import { Menu as MenuIcon, Search } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { matchPath, Outlet, useLocation } from 'react-router';
import { OfflineBanner } from '@/app/offline-banner';
import { KeyboardMap } from '@/app/keys/keyboard-map';
import { openDialog } from '@/app/open-dialog';
import { CommandPalette } from '@/app/palette/command-palette';
import { Brand, Rail } from '@/app/rail';
import { Button } from '@/components/ui/button';
import { cx } from '@/lib/cx';

export function Layout() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const first = useRef(true);
  // The builder needs the room: the rail shows its icons alone.
  const isBuilding = matchPath('/workflows/:id/edit', pathname) !== null;

  useEffect(() => {
    // A new page starts at its top, with the focus where a screen reader begins to read.
    if (first.current) {
      first.current = false;
      return;
    }
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname]);

  return (
    <div className={cx('min-h-dvh', isBuilding ? 'md:pl-14' : 'md:pl-56')}>
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-surface px-3 py-2 font-medium shadow-float focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to the content
      </a>
      <aside
        className={cx(
          'fixed inset-y-0 left-0 hidden border-r bg-sunken md:block',
          isBuilding ? 'w-14' : 'w-56',
        )}
      >
        <Rail />
      </aside>
      <TopBar key={pathname} />
      <OfflineBanner />
      <CommandPalette />
      <KeyboardMap />
      <main id="main" ref={main} tabIndex={-1} className="outline-none">
        <Outlet />
      </main>
    </div>
  );
}

/** The rail's stand-in on a narrow screen. */
function TopBar() {
  const [open, setOpen] = useState(false);
  return (
    <div className="sticky top-0 z-20 flex h-12 items-center gap-2 border-b bg-surface px-2 md:hidden">
      <Dialog.Root open={open} onOpenChange={setOpen}>
        <Dialog.Trigger asChild>
          <Button variant="quiet" size="icon" aria-label="Open the menu">
            <MenuIcon aria-hidden />
          </Button>
        </Dialog.Trigger>
        <Dialog.Portal>
          <Dialog.Overlay className="fixed inset-0 z-40 animate-appear bg-overlay" />
          <Dialog.Content
            aria-describedby={undefined}
            className="fixed inset-y-0 left-0 z-50 w-64 animate-slide border-r bg-sunken outline-none"
          >
            <Dialog.Title className="sr-only">Menu</Dialog.Title>
            <Rail />
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
      <Brand />
      <Button
        variant="quiet"
        size="icon"
        aria-label="Search"
        className="ml-auto"
        onClick={() => openDialog('palette')}
      >
        <Search aria-hidden />
      </Button>
    </div>
  );
}
