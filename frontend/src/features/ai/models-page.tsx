import { useQuery } from '@tanstack/react-query';
import { AiPage } from '@/features/ai/ai-page';
import { dollars } from '@/features/ai/model/words';
import { Badge, Tag } from '@/components/ui/badge';
import { Failure } from '@/components/ui/failure';
import { Card } from '@/components/ui/page';
import { RowSkeletons } from '@/components/ui/skeleton';
import { Cell, Row, Table } from '@/components/ui/table';
import { aiQueries } from '@/lib/ai-queries';

const HEAD = [
  { label: 'Model', className: 'w-[50%]' },
  { label: 'Sent, a million tokens', className: 'whitespace-normal!' },
  { label: 'Answered, a million tokens', className: 'whitespace-normal!' },
];

export function Component() {
  const models = useQuery(aiQueries.models());
  return (
    <AiPage
      title="Models"
      about="Who answers AI steps. Providers, keys and prices are set in the configuration."
    >
      <Card>
        {models.isPending ? (
          <RowSkeletons rows={3} />
        ) : models.isError ? (
          <Failure error={models.error} onRetry={() => void models.refetch()} />
        ) : (
          <Table caption="Models" head={HEAD}>
            {models.data.map((model) => (
              <Row key={model.id}>
                <Cell>
                  <span className="mr-2 font-medium wrap-anywhere">{model.id}</span>
                  {model.byDefault && <Badge tone="accent">By default</Badge>}{' '}
                  {model.local && <Tag>Runs here, nothing leaves</Tag>}
                </Cell>
                <Cell className="tabular-nums">{dollars(model.price?.input)}</Cell>
                <Cell className="tabular-nums">{dollars(model.price?.output)}</Cell>
              </Row>
            ))}
          </Table>
        )}
      </Card>
    </AiPage>
  );
}
