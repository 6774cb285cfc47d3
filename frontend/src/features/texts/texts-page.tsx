import { useQuery } from '@tanstack/react-query';
import { FileText, Plus } from 'lucide-react';
import { Link } from 'react-router';
import { Moment } from '@/components/status/moment';
import { Tag } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Failure } from '@/components/ui/failure';
import { Card, Page } from '@/components/ui/page';
import { RowSkeletons } from '@/components/ui/skeleton';
import { Cell, NameCell, Row, RowLink, Table } from '@/components/ui/table';
import { textQueries, type StoredText } from '@/lib/api/texts';
import { may } from '@/lib/roles';
import { useUser } from '@/lib/use-session';

const HEAD = [
  { label: 'Text', className: 'w-[45%]' },
  { label: 'Values that steps give', className: 'hidden md:table-cell' },
  { label: 'Last change', className: 'text-right' },
];

export function Component() {
  const texts = useQuery(textQueries.list());
  const canBuild = may(useUser(), 'build');
  const add = (
    <Button asChild variant="primary">
      <Link to="/outbox/texts/new">
        <Plus aria-hidden />
        New text
      </Link>
    </Button>
  );

  return (
    <Page
      title="Stored texts"
      parent={{ to: '/outbox', label: 'Outbox' }}
      about={
        <p className="max-w-2xl">
          E-mails and text messages that many workflows send, each written once. A step sends one by its name.
        </p>
      }
      actions={canBuild ? add : undefined}
    >
      <Card>
        {texts.isPending ? (
          <RowSkeletons />
        ) : texts.isError ? (
          <Failure error={texts.error} onRetry={() => void texts.refetch()} />
        ) : texts.data.length === 0 ? (
          <EmptyState icon={FileText} title="No stored texts yet" action={canBuild ? add : undefined}>
            Write down what you say to customers again and again, such as that a car is ready.
          </EmptyState>
        ) : (
          <TextsTable texts={texts.data} />
        )}
      </Card>
    </Page>
  );
}

function TextsTable({ texts }: { texts: StoredText[] }) {
  return (
    <Table caption="Stored texts" head={HEAD} stacks>
      {texts.map((text) => (
        <Row key={text.name}>
          <NameCell>
            <RowLink to={`/outbox/texts/${text.name}`}>{text.name}</RowLink>
            <p className="truncate text-sm text-ink-faint">{text.subject}</p>
          </NameCell>
          <Cell className="hidden md:table-cell">
            <span className="flex flex-wrap gap-1">
              {text.variables.map((name) => (
                <Tag key={name}>{name}</Tag>
              ))}
            </span>
          </Cell>
          <Cell className="text-right whitespace-nowrap text-ink-soft">
            <Moment at={text.changedAt} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
