import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { BudgetForm } from '@/features/ai/budget-form';
import { count, dollars, periodInWords, share } from '@/features/ai/model/words';
import { Button } from '@/components/ui/button';
import { Failure } from '@/components/ui/failure';
import { Card } from '@/components/ui/page';
import { RowSkeletons } from '@/components/ui/skeleton';
import { aiQueries } from '@/lib/ai-queries';
import type { BudgetUse } from '@/lib/ai-types';
import { cx } from '@/lib/cx';
import { queries } from '@/lib/queries';
import { useUser } from '@/lib/use-session';

const WARN_AT = 0.8;

/** The budgets with what is used of them; an administrator may change them. */
export function Budgets() {
  const budgets = useQuery(aiQueries.budgets());
  const [editing, setEditing] = useState(false);
  const isAdmin = useUser()?.roles.includes('ADMIN') ?? false;
  return (
    <Card>
      <div className="flex items-center justify-between gap-2 border-b px-4 py-3">
        <h2 className="font-semibold">Budgets</h2>
        {isAdmin && !editing && budgets.data && (
          <Button size="sm" onClick={() => setEditing(true)}>
            <Pencil aria-hidden />
            Change
          </Button>
        )}
      </div>
      {budgets.isPending ? (
        <RowSkeletons rows={2} />
      ) : budgets.isError ? (
        <Failure error={budgets.error} onRetry={() => void budgets.refetch()} />
      ) : editing ? (
        <BudgetForm budgets={budgets.data} onDone={() => setEditing(false)} />
      ) : budgets.data.length === 0 ? (
        <p className="px-4 py-8 text-center text-ink-faint">
          No budget is set: models are asked as often as workflows want.
        </p>
      ) : (
        <ul>
          {budgets.data.map((budget) => (
            <BudgetRow key={`${budget.workflowId ?? ''}${budget.period}`} budget={budget} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function BudgetRow({ budget }: { budget: BudgetUse }) {
  const names = useQuery(queries.workflowNames());
  const used = share(budget);
  const whose =
    budget.workflowId === undefined
      ? 'All workflows'
      : (names.data?.find(({ id }) => id === budget.workflowId)?.name ?? budget.workflowId);
  const limits = [
    budget.maxCost === undefined ? null : `${dollars(budget.cost)} of ${dollars(budget.maxCost)}`,
    budget.maxCalls === undefined ? null : `${count(budget.calls)} of ${count(budget.maxCalls)} calls`,
  ].filter((limit) => limit !== null);
  return (
    <li className="flex flex-col gap-1.5 border-b px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium">
          {whose}, {periodInWords(budget.period)}
        </span>
        <span className="text-sm text-ink-soft tabular-nums">{limits.join(' · ')}</span>
      </div>
      <div
        role="meter"
        aria-label={`Used of the budget: ${whose}, ${periodInWords(budget.period)}`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.min(Math.round(used * 100), 100)}
        className="h-2 overflow-hidden rounded-full bg-hover"
      >
        <div
          className={cx(
            'h-full rounded-full',
            used >= 1 ? 'bg-failed' : used >= WARN_AT ? 'bg-compensating' : 'bg-accent',
          )}
          style={{ width: `${Math.min(used * 100, 100)}%` }}
        />
      </div>
      <p className="text-sm text-ink-faint">
        {used >= 1 ? 'Used up. ' : used >= WARN_AT ? 'Nearly used up. ' : ''}
        {budget.whenUsedUp === 'STOP'
          ? 'When it is used up, no model is asked.'
          : 'When it is used up, only models that cost nothing are asked.'}
      </p>
    </li>
  );
}
