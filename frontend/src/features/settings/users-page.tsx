import { useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { InviteDialog } from '@/features/settings/invite-dialog';
import { isLastAdministrator } from '@/features/settings/model/users';
import { SettingsPage } from '@/features/settings/settings-page';
import { UserDialog } from '@/features/settings/user-dialog';
import { Moment } from '@/components/status/moment';
import { Badge, Tag } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { SearchInput } from '@/components/ui/controls';
import { LoadMore } from '@/components/ui/load-more';
import { Card } from '@/components/ui/page';
import { Cell, NameCell, Row, Table } from '@/components/ui/table';
import { inWords } from '@/lib/format/words';
import { settingsQueries } from '@/lib/settings-queries';
import type { ManagedUser } from '@/lib/settings-types';

const HEAD = [
  { label: 'Name', className: 'w-[55%] md:w-[34%]' },
  { label: 'Roles' },
  { label: 'Groups', className: 'hidden lg:table-cell' },
  { label: 'Last sign-in', className: 'hidden md:table-cell' },
];

export function Component() {
  const users = useInfiniteQuery(settingsQueries.users());
  const [inviting, setInviting] = useState(false);
  const [editedId, setEditedId] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const all = users.data?.pages.flatMap((page) => page.items) ?? [];
  const edited = all.find((user) => user.id === editedId);
  const shown = all.filter((user) =>
    `${user.name} ${user.email} ${user.roles.join(' ')} ${user.groups.join(' ')}`
      .toLowerCase()
      .includes(typed.trim().toLowerCase()),
  );

  return (
    <SettingsPage
      title="Users and roles"
      about="Roles say what somebody may do, groups which tasks come to them."
      query={users}
      actions={
        <Button variant="primary" onClick={() => setInviting(true)}>
          <UserPlus aria-hidden />
          Invite somebody
        </Button>
      }
    >
      {() => (
        <>
          <SearchInput
            aria-label="Search users"
            placeholder="Search users"
            className="w-full sm:w-72"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Card>
            {shown.length === 0 ? (
              <p className="p-8 text-center text-ink-faint">Nobody fits this search.</p>
            ) : (
              <UsersTable users={shown} onEdit={setEditedId} />
            )}
            <LoadMore query={users} />
          </Card>
          {inviting && <InviteDialog onClose={() => setInviting(false)} />}
          {edited && (
            <UserDialog
              key={edited.id}
              user={edited}
              isLast={!users.hasNextPage && isLastAdministrator(edited, all)}
              onClose={() => setEditedId(null)}
            />
          )}
        </>
      )}
    </SettingsPage>
  );
}

interface UsersTableProps {
  users: ManagedUser[];
  onEdit: (id: string) => void;
}

function UsersTable({ users, onEdit }: UsersTableProps) {
  return (
    <Table caption="Users" head={HEAD} stacks>
      {users.map((user) => (
        <Row key={user.id}>
          <NameCell>
            <button
              type="button"
              className="block max-w-full truncate rounded-sm text-left font-medium after:absolute after:inset-0 hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent-ink"
              onClick={() => onEdit(user.id)}
            >
              {user.name}
            </button>
            <p className="truncate text-sm text-ink-faint">{user.email}</p>
          </NameCell>
          <Cell>
            <span className="flex flex-wrap gap-1">
              {user.roles.map((role) => (
                <Tag key={role}>{inWords(role)}</Tag>
              ))}
              {!user.isActive && <Badge tone="cancelled">Deactivated</Badge>}
              {user.isActive && user.mustChangePassword && <Badge tone="waiting">Invited</Badge>}
            </span>
          </Cell>
          <Cell className="hidden text-ink-soft lg:table-cell">
            {user.groups.map(inWords).join(', ') || '–'}
          </Cell>
          <Cell className="hidden whitespace-nowrap text-ink-soft md:table-cell">
            {user.lastSignInAt ? <Moment at={user.lastSignInAt} /> : 'Never'}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
