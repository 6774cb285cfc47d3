import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { NEW_CONTENT } from '@/features/ai/model/words';
import { PromptForm } from '@/features/ai/prompt-form';
import { PromptUses } from '@/features/ai/prompt-uses';
import { PromptVersions } from '@/features/ai/prompt-versions';
import { PromptTests } from '@/features/ai/tests/prompt-tests';
import { TryOut } from '@/features/ai/try-out';
import { Tag } from '@/components/ui/badge';
import { Failure } from '@/components/ui/failure';
import { Card, Page } from '@/components/ui/page';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { Tabs } from '@/components/ui/tabs';
import { aiQueries } from '@/lib/ai-queries';
import type { Prompt } from '@/lib/ai-types';
import { useUrlFilters } from '@/lib/use-url-filters';

const PARENT = { to: '/ai/prompts', label: 'Prompts' };
const NEW = 'new';

export function Component() {
  const { id = NEW } = useParams();
  return id === NEW ? <NewPrompt /> : <StoredPrompt key={id} id={id} />;
}

function NewPrompt() {
  const navigate = useNavigate();
  return (
    <Page title="New prompt" parent={PARENT}>
      <PromptForm
        prompt={null}
        content={NEW_CONTENT}
        onSaved={(saved) => void navigate(`/ai/prompts/${saved.id}`)}
      />
    </Page>
  );
}

function StoredPrompt({ id }: { id: string }) {
  const prompt = useQuery(aiQueries.prompt(id));
  if (prompt.isPending) {
    return (
      <Page title="Prompt" parent={PARENT}>
        <Loading label="Loading the prompt">
          <Skeleton className="h-80 w-full rounded-lg" />
        </Loading>
      </Page>
    );
  }
  if (prompt.isError) {
    return (
      <Page title="Prompt" parent={PARENT}>
        <Card>
          <Failure error={prompt.error} onRetry={() => void prompt.refetch()} />
        </Card>
      </Page>
    );
  }
  return <Parts prompt={prompt.data} />;
}

const PARTS = ['text', 'try', 'tests', 'versions', 'uses'] as const;
type Part = (typeof PARTS)[number];

function Parts({ prompt }: { prompt: Prompt }) {
  const { filters, setFilters } = useUrlFilters(['part', 'test']);
  const part = PARTS.find((known) => known === filters.part) ?? 'text';
  return (
    <Page
      title={prompt.name}
      parent={PARENT}
      about={prompt.description}
      actions={<Tag>Version {prompt.version}</Tag>}
    >
      <Tabs<Part>
        label="Parts of the prompt"
        value={part}
        onChange={(next) => setFilters({ part: next === 'text' ? '' : next, test: '' })}
        tabs={[
          {
            value: 'text',
            label: 'Text',
            content: <PromptForm key={prompt.version} prompt={prompt} content={prompt.content} />,
          },
          { value: 'try', label: 'Try out', content: <TryOut prompt={prompt} /> },
          {
            value: 'tests',
            label: 'Tests',
            content: (
              <PromptTests
                prompt={prompt}
                openTest={filters.test}
                onOpenTest={(test) => setFilters({ test })}
              />
            ),
          },
          { value: 'versions', label: 'Versions', content: <PromptVersions prompt={prompt} /> },
          { value: 'uses', label: 'Used by', content: <PromptUses id={prompt.id} /> },
        ]}
      />
    </Page>
  );
}
