import { useInfiniteQuery } from '@tanstack/react-query';
import { MessageSquareText, Plus } from 'lucide-react';
import { Link } from 'react-router';
import { AiPage } from '@/features/ai/ai-page';
import { Moment } from '@/components/status/moment';
import { Tag } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Failure } from '@/components/ui/failure';
import { LoadMore } from '@/components/ui/load-more';
import { Card } from '@/components/ui/page';
import { RowSkeletons } from '@/components/ui/skeleton';
import { Cell, NameCell, Row, RowLink, Table } from '@/components/ui/table';
import { aiQueries } from '@/lib/ai-queries';
import type { PromptSummary } from '@/lib/ai-types';
import { may } from '@/lib/roles';
import { useUser } from '@/lib/use-session';

export function Component() {
  const list = useInfiniteQuery(aiQueries.prompts());
  const user = useUser();
  const prompts = list.data?.pages.flatMap((page) => page.items) ?? [];
  const add = may(user, 'build') && (
    <Button variant="primary" asChild>
      <Link to="/ai/prompts/new">
        <Plus aria-hidden />
        New prompt
      </Link>
    </Button>
  );
  return (
    <AiPage title="Prompts" about="Texts for models that steps name, with every version." actions={add}>
      <Card>
        {list.isPending ? (
          <RowSkeletons />
        ) : list.isError && prompts.length === 0 ? (
          <Failure error={list.error} onRetry={() => void list.refetch()} />
        ) : prompts.length === 0 ? (
          <EmptyState icon={MessageSquareText} title="No prompt yet">
            Write a prompt once, try it on several models, and use it in any workflow.
          </EmptyState>
        ) : (
          <PromptsTable prompts={prompts} />
        )}
        <LoadMore query={list} />
      </Card>
    </AiPage>
  );
}

const HEAD = [
  { label: 'Name', className: 'w-[60%]' },
  { label: 'Version' },
  { label: 'Changed by', className: 'hidden md:table-cell' },
  { label: 'Changed' },
];

function PromptsTable({ prompts }: { prompts: PromptSummary[] }) {
  return (
    <Table caption="Prompts" head={HEAD} stacks>
      {prompts.map((prompt) => (
        <Row key={prompt.id}>
          <NameCell>
            <RowLink to={`/ai/prompts/${prompt.id}`}>{prompt.name}</RowLink>
            <p className="truncate text-sm text-ink-faint">{prompt.description}</p>
          </NameCell>
          <Cell>
            <Tag>v{prompt.version}</Tag>
          </Cell>
          <Cell className="hidden text-ink-soft md:table-cell">{prompt.changedBy}</Cell>
          <Cell className="whitespace-nowrap text-ink-soft">
            <Moment at={prompt.changedAt} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
