import { HEAD } from '@/components/graph/model/boxes';
import { StepIcon } from '@/components/graph/step-icon';

interface ContainerHeadProps {
  step: { category: string; icon: string | null; name: string; does: string };
}

/** What a box around steps is, above them. */
export function ContainerHead({ step }: ContainerHeadProps) {
  const { category, icon, name, does } = step;
  return (
    <div
      title={`${name}: ${does}`}
      className="flex items-center gap-2.5 rounded-t-xl border-b bg-surface px-2.5"
      style={{ height: HEAD }}
    >
      <StepIcon category={category} icon={icon} className="size-8" />
      <div className="min-w-0">
        <p className="truncate font-medium">{name}</p>
        <p className="truncate text-xs text-ink-faint">{does}</p>
      </div>
    </div>
  );
}
