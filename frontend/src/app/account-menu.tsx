import { useQueryClient } from '@tanstack/react-query';
import { KeyRound, LogOut } from 'lucide-react';
import { useNavigate } from 'react-router';
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/menu';
import { api } from '@/lib/api';
import { inWords } from '@/lib/format/words';
import { session } from '@/lib/http/session';
import { useUser } from '@/lib/use-session';

export function AccountMenu() {
  const user = useUser();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  if (user === null) return <span className="flex-1" />;

  async function signOut() {
    // Signed out here even when the server cannot be told.
    await api.signOut().catch(() => undefined);
    session.signOut();
    queryClient.clear();
    await navigate('/sign-in', { replace: true });
  }

  return (
    <Menu
      side="top"
      trigger={
        <button
          type="button"
          className="flex h-9 min-w-0 flex-1 items-center gap-2 rounded-md px-1.5 text-left transition-colors hover:bg-hover @max-[8rem]:flex-none"
          aria-label={`Account of ${user.name}`}
        >
          <span
            aria-hidden
            className="grid size-6 shrink-0 place-items-center rounded-full bg-accent-soft text-xs font-semibold text-accent-ink"
          >
            {initials(user.name)}
          </span>
          <span className="truncate font-medium @max-[8rem]:sr-only">{user.name}</span>
        </button>
      }
    >
      <MenuLabel>
        {user.email}
        <br />
        {user.roles.map(inWords).join(', ')}
      </MenuLabel>
      <MenuSeparator />
      <MenuItem onSelect={() => void navigate('/change-password')}>
        <KeyRound aria-hidden />
        Change password
      </MenuItem>
      <MenuItem onSelect={() => void signOut()}>
        <LogOut aria-hidden />
        Sign out
      </MenuItem>
    </Menu>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.charAt(0) ?? '')
    .join('')
    .toUpperCase();
}
