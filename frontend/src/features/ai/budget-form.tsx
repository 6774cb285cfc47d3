import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { toast } from 'sonner';
import { BudgetFields } from '@/features/ai/budget-fields';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/failure';
import { aiQueries } from '@/lib/ai-queries';
import type { Budget, BudgetUse } from '@/lib/ai-types';
import { aiApi } from '@/lib/api/ai';

const budgetOf = ({ workflowId, period, maxCost, maxCalls, whenUsedUp }: BudgetUse): Budget => ({
  workflowId,
  period,
  maxCost,
  maxCalls,
  whenUsedUp,
});

/** Changes all budgets at once. */
export function BudgetForm({ budgets, onDone }: { budgets: BudgetUse[]; onDone: () => void }) {
  const [rows, setRows] = useState<Budget[]>(() => budgets.map(budgetOf));
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () => aiApi.changeBudgets(rows),
    onSuccess: (saved) => {
      client.setQueryData(aiQueries.budgets().queryKey, saved);
      toast.success('The budgets are changed.');
      onDone();
    },
  });
  const change = (index: number, part: Partial<Budget>) =>
    setRows(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  return (
    <form
      className="flex flex-col gap-4 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      {rows.map((row, index) => (
        <BudgetFields
          key={index}
          budget={row}
          onChange={(part) => change(index, part)}
          onRemove={() => setRows(rows.filter((_, at) => at !== index))}
        />
      ))}
      {save.isError && <Notice error={save.error} />}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setRows([...rows, { period: 'MONTH', maxCost: 50, whenUsedUp: 'STOP' }])}>
          <Plus aria-hidden />
          Add a budget
        </Button>
        <Button type="submit" variant="primary" busy={save.isPending}>
          Save
        </Button>
        <Button variant="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
