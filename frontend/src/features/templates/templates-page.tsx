import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { FileUp, LayoutTemplate, SearchX } from 'lucide-react';
import { categoriesOf, matching } from '@/features/templates/model/gallery';
import { ImportTemplate } from '@/features/templates/import-template';
import { TemplateCard } from '@/features/templates/template-card';
import { Button } from '@/components/ui/button';
import { DebouncedSearch } from '@/components/ui/debounced-search';
import { EmptyState } from '@/components/ui/empty-state';
import { Failure } from '@/components/ui/failure';
import { Filter } from '@/components/ui/filter-bar';
import { Card, Page } from '@/components/ui/page';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import type { TemplateSummary } from '@/lib/template-types';
import { inWords } from '@/lib/format/words';
import { queries } from '@/lib/queries';
import { may } from '@/lib/roles';
import { useUrlFilters } from '@/lib/use-url-filters';
import { useUser } from '@/lib/use-session';

export function Component() {
  const templates = useQuery(queries.templates());
  const [isImporting, setImporting] = useState(false);
  const builds = may(useUser(), 'build');
  return (
    <Page
      title="Templates"
      about="Automations made for dealerships. Fill in a few answers, and one is yours."
      actions={
        builds && (
          <Button onClick={() => setImporting(true)}>
            <FileUp aria-hidden />
            Import a template
          </Button>
        )
      }
    >
      {templates.isPending ? (
        <GallerySkeleton />
      ) : templates.isError ? (
        <Card>
          <Failure error={templates.error} onRetry={() => void templates.refetch()} />
        </Card>
      ) : templates.data.length === 0 ? (
        <Card>
          <EmptyState icon={LayoutTemplate} title="No templates here yet">
            {builds
              ? 'Import one, or open a workflow’s menu and choose “Save as template”.'
              : 'Whoever builds workflows here can import templates, or make one of a workflow.'}
          </EmptyState>
        </Card>
      ) : (
        <Gallery templates={templates.data} />
      )}
      {isImporting && <ImportTemplate onClose={() => setImporting(false)} />}
    </Page>
  );
}

function Gallery({ templates }: { templates: TemplateSummary[] }) {
  const stepTypes = useQuery(queries.stepTypes());
  const icons = new Map(stepTypes.data?.map((type) => [type.type, type.icon]));
  const { filters, setFilter, clear } = useUrlFilters(['query', 'category']);
  const shown = matching(templates, filters);
  const categories = categoriesOf(templates).map((value) => ({ value, label: inWords(value) }));
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <DebouncedSearch
          label="Search templates"
          className="w-full sm:w-72"
          value={filters.query}
          onChange={(query) => setFilter('query', query)}
        />
        <Filter
          label="Category"
          value={filters.category === '' ? 'all' : filters.category}
          options={[{ value: 'all', label: 'All' }, ...categories]}
          onChange={(category) => setFilter('category', category === 'all' ? '' : category)}
        />
      </div>
      {shown.length === 0 ? (
        <Card>
          <EmptyState
            icon={SearchX}
            title="Nothing matches"
            action={<Button onClick={clear}>Clear the filters</Button>}
          >
            No template fits this search. Try fewer words or another category.
          </EmptyState>
        </Card>
      ) : (
        <ul className="grid grid-cols-1 gap-4 sm:grid-cols-2 xl:grid-cols-3">
          {shown.map((template) => (
            <TemplateCard key={template.id} template={template} icons={icons} />
          ))}
        </ul>
      )}
    </>
  );
}

function GallerySkeleton() {
  return (
    <Loading label="Loading the templates">
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {[1, 2, 3].map((card) => (
          <Skeleton key={card} className="h-44 rounded-lg" />
        ))}
      </div>
    </Loading>
  );
}
