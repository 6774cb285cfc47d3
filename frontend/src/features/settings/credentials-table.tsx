import { EllipsisVertical, KeyRound, Trash2 } from 'lucide-react';
import type { Asked } from '@/features/settings/credentials-page';
import { kindOf } from '@/features/settings/model/credentials';
import { Moment } from '@/components/status/moment';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { ActionsCell, Cell, NameCell, Row, Table } from '@/components/ui/table';
import type { Credential } from '@/lib/settings-types';

const HEAD = [
  { label: 'Name', className: 'w-[50%] md:w-[32%]' },
  { label: 'Kind' },
  { label: 'Last used', className: 'hidden md:table-cell' },
  { label: 'Changed', className: 'hidden lg:table-cell' },
  { label: 'Actions', className: 'text-right' },
];

interface CredentialsTableProps {
  credentials: Credential[];
  onAsk: (asked: Asked) => void;
}

export function CredentialsTable({ credentials, onAsk }: CredentialsTableProps) {
  return (
    <Table caption="Credentials" head={HEAD} stacks>
      {credentials.map((credential) => (
        <Row key={credential.name}>
          <NameCell>
            <p className="truncate font-medium">{credential.name}</p>
            <p className="truncate text-sm text-ink-faint">
              {credential.description || partsInWords(credential)}
            </p>
          </NameCell>
          <Cell className="text-ink-soft">{kindOf(credential.type).label}</Cell>
          <Cell className="hidden text-ink-soft md:table-cell">
            {credential.lastUsedAt ? (
              <>
                <Moment at={credential.lastUsedAt} /> by {credential.lastUsedBy}
              </>
            ) : (
              'Never'
            )}
          </Cell>
          <Cell className="hidden text-ink-soft lg:table-cell">
            <Moment at={credential.changedAt} /> by {credential.changedBy}
          </Cell>
          <ActionsCell>
            <Menu
              trigger={
                <Button variant="quiet" size="icon" aria-label={`Actions for ${credential.name}`}>
                  <EllipsisVertical aria-hidden />
                </Button>
              }
            >
              <MenuItem onSelect={() => onAsk({ what: 'replace', credential })}>
                <KeyRound aria-hidden />
                Replace the secret
              </MenuItem>
              <MenuItem onSelect={() => onAsk({ what: 'delete', credential })}>
                <Trash2 aria-hidden />
                Delete
              </MenuItem>
            </Menu>
          </ActionsCell>
        </Row>
      ))}
    </Table>
  );
}

function partsInWords(credential: Credential): string {
  return Object.values(credential.parts).join(' · ');
}
