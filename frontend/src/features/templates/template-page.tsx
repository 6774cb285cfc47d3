import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { InstantiateForm } from '@/features/templates/instantiate-form';
import { TemplateActions } from '@/features/templates/template-actions';
import { TemplateNeedsList } from '@/features/templates/template-needs';
import { Preview } from '@/components/graph/preview';
import { graphOf } from '@/components/graph/model/graph';
import { Tag } from '@/components/ui/badge';
import { linkLook } from '@/components/ui/link-look';
import { Failure } from '@/components/ui/failure';
import { Card, Page } from '@/components/ui/page';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import type { StepType } from '@/lib/api-types';
import type { Template } from '@/lib/template-types';
import { inWords, plural, triggerInWords } from '@/lib/format/words';
import { queries } from '@/lib/queries';
import { may } from '@/lib/roles';
import { useUser } from '@/lib/use-session';

const PARENT = { to: '/templates', label: 'Templates' };

export function Component() {
  const { id = '' } = useParams();
  const template = useQuery(queries.template(id));
  const stepTypes = useQuery(queries.stepTypes());

  if (template.isError) {
    return (
      <Page title="Template" parent={PARENT}>
        <Card>
          <Failure error={template.error} onRetry={() => void template.refetch()} />
        </Card>
      </Page>
    );
  }
  if (template.isPending || stepTypes.isPending) {
    return (
      <Page title="Template" parent={PARENT}>
        <Loading label="Loading the template">
          <Skeleton className="h-96 w-full rounded-lg" />
        </Loading>
      </Page>
    );
  }
  return <TemplateView template={template.data} stepTypes={stepTypes.data ?? []} />;
}

function TemplateView({ template, stepTypes }: { template: Template; stepTypes: StepType[] }) {
  const graph = useMemo(() => graphOf(template.preview, stepTypes), [template.preview, stepTypes]);
  const user = useUser();
  const isNewest = template.version === template.latestVersion;
  const starts = template.triggers.map(triggerInWords).join(' or ');
  return (
    <Page
      title={template.name}
      parent={PARENT}
      actions={<TemplateActions template={template} />}
      about={
        <>
          {!isNewest && (
            <p className="mb-1">
              This is version {template.version}.{' '}
              <Link to={`/templates/${template.slug}`} className={linkLook}>
                See version {template.latestVersion}
              </Link>
            </p>
          )}
          <p className="max-w-3xl">{template.description ?? template.summary}</p>
          <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm">
            <Tag>{inWords(template.category)}</Tag>
            <span>{starts === '' ? 'Started by hand' : `Starts on: ${starts}`}</span>
            <span aria-hidden>·</span>
            <span>{plural(graph.nodes.length, 'step')}</span>
            <span aria-hidden>·</span>
            <span>{plural(template.testCount, 'test')}</span>
          </div>
          {template.kpi && <p className="mt-2 max-w-3xl text-sm">Measured by: {template.kpi}</p>}
          <TemplateNeedsList needs={template.needs} stepTypes={stepTypes} />
        </>
      }
    >
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <Card className="h-[24rem] bg-sunken xl:sticky xl:top-6 xl:h-[min(36rem,calc(100dvh-3rem))]">
          <Preview label={`Preview of ${template.name}`} graph={graph} />
        </Card>
        <Card className="p-5">
          <h2 className="mb-4 font-semibold">Make it yours</h2>
          {may(user, 'build') ? (
            <InstantiateForm template={template} />
          ) : (
            <p className="text-ink-faint">
              Your role can look at templates. Ask a builder to create this workflow.
            </p>
          )}
        </Card>
      </div>
    </Page>
  );
}
