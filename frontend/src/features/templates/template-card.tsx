import { Zap } from 'lucide-react';
import { categoryOf } from '@/components/graph/model/graph';
import { StepIcon } from '@/components/graph/step-icon';
import { Badge, Tag } from '@/components/ui/badge';
import type { TemplateSummary } from '@/lib/template-types';
import { inWords, plural, triggerInWords } from '@/lib/format/words';
import { RowLink } from '@/components/ui/table';

const MOST_ICONS = 5;

interface TemplateCardProps {
  template: TemplateSummary;
  icons: ReadonlyMap<string, string>;
}

export function TemplateCard({ template, icons }: TemplateCardProps) {
  const { slug, name, category, summary, triggers, stepTypes, needs, parameters } = template;
  return (
    <li className="relative flex flex-col rounded-lg border bg-surface p-5 transition-colors hover:border-line-strong hover:bg-hover/40">
      <div className="mb-4 flex items-center justify-between gap-3">
        <span className="flex gap-1.5" aria-hidden>
          {stepTypes.slice(0, MOST_ICONS).map((type) => (
            <StepIcon
              key={type}
              category={categoryOf(type)}
              icon={icons.get(type) ?? null}
              className="size-8 [&_svg]:size-4"
            />
          ))}
        </span>
        <Tag>{inWords(category)}</Tag>
      </div>
      <h2 className="font-semibold">
        <RowLink to={`/templates/${slug}`}>{name}</RowLink>
      </h2>
      <p className="mt-1 flex-1 text-ink-faint">{summary}</p>
      <p className="mt-4 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-faint">
        <Zap className="size-3.5" aria-hidden />
        {triggers.length === 0 ? 'Started by hand' : triggers.map(triggerInWords).join(', ')}
        <span aria-hidden>·</span>
        {plural(parameters.length, 'question')}
        {needs.requires.length > 0 && (
          <span className="ml-auto">
            <Badge tone="waiting">Cannot run yet</Badge>
          </span>
        )}
      </p>
    </li>
  );
}
