import type { KeyboardEvent } from 'react';
import { StepIcon } from '@/components/graph/step-icon';
import type { OutlineEntry } from '@/features/editor/model/outline';
import { PROBLEM_LOOK } from '@/features/editor/problems/problem-line';
import type { Severity } from '@/lib/api-types';
import { cx } from '@/lib/cx';

interface OutlineRowProps {
  entry: OutlineEntry;
  isCurrent: boolean;
  isSelected: boolean;
  problem: { severity: Severity; text: string } | null;
  onSelect: (adds: boolean) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

const INDENT = 18;

export function OutlineRow({ entry, isCurrent, isSelected, problem, onSelect, onKeyDown }: OutlineRowProps) {
  const { step, level, by } = entry;
  const look = problem && PROBLEM_LOOK[problem.severity];
  return (
    <li
      role="treeitem"
      aria-level={level}
      aria-selected={isSelected}
      aria-expanded={step.isContainer ? true : undefined}
      aria-label={[
        step.name,
        step.does,
        by,
        problem && `${PROBLEM_LOOK[problem.severity].word}: ${problem.text}`,
      ]
        .filter(Boolean)
        .join('. ')}
      data-step={step.id}
      tabIndex={isCurrent ? 0 : -1}
      onClick={(event) => onSelect(event.ctrlKey || event.metaKey)}
      onKeyDown={onKeyDown}
      style={{ paddingLeft: 8 + (level - 1) * INDENT }}
      className={cx(
        'flex cursor-pointer items-center gap-2.5 rounded-md py-1.5 pr-2 focus-visible:-outline-offset-2',
        isSelected ? 'bg-accent-soft' : 'hover:bg-hover',
      )}
    >
      <StepIcon category={step.category} icon={step.icon} className="size-7" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{step.name}</span>
        <span className="block truncate text-xs text-ink-soft">{by ?? step.does}</span>
      </span>
      {look && <look.icon className={cx('size-4 shrink-0', look.colour)} aria-hidden />}
    </li>
  );
}
