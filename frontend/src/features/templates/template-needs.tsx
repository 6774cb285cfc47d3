import { TriangleAlert } from 'lucide-react';
import type { StepType } from '@/lib/api-types';
import type { TemplateNeeds } from '@/lib/template-types';

interface TemplateNeedsListProps {
  needs: TemplateNeeds;
  stepTypes: StepType[];
}

/** What has to be there before a workflow made of the template can do its work. */
export function TemplateNeedsList({ needs, stepTypes }: TemplateNeedsListProps) {
  const titles = new Map(stepTypes.map((type) => [type.type, type.title]));
  const inTitles = (types: string[]) => types.map((type) => titles.get(type) ?? type).join(', ');
  const facts = [
    { label: 'Credentials', text: needs.credentials.join(', ') },
    { label: 'Settings', text: needs.settings.join(', ') },
    { label: 'Steps of other systems', text: inTitles(needs.externalStepTypes) },
  ].filter(({ text }) => text !== '');
  return (
    <>
      {needs.requires.length > 0 && (
        <p className="mt-2 flex max-w-3xl items-center gap-1.5 text-sm text-waiting">
          <TriangleAlert className="size-4 shrink-0" aria-hidden />
          It stays a draft for now: these steps cannot be executed yet: {inTitles(needs.requires)}.
        </p>
      )}
      {facts.length > 0 && (
        <dl className="mt-2 flex max-w-3xl flex-wrap gap-x-4 gap-y-1 text-sm">
          {facts.map(({ label, text }) => (
            <div key={label} className="flex gap-1.5">
              <dt className="text-ink-faint">{label}:</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
