import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Input, Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import type { Budget } from '@/lib/ai-types';
import { queries } from '@/lib/queries';

const numberIn = (text: string) => (text === '' ? undefined : Number(text));

interface BudgetFieldsProps {
  budget: Budget;
  onChange: (part: Partial<Budget>) => void;
  onRemove: () => void;
}

/** One budget to be changed. */
export function BudgetFields({ budget, onChange, onRemove }: BudgetFieldsProps) {
  const names = useQuery(queries.workflowNames());
  return (
    <div className="grid grid-cols-1 items-end gap-3 border-b pb-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr_2fr_auto]">
      <Field label="For">
        {(ids) => (
          <Select
            {...ids}
            value={budget.workflowId ?? ''}
            onChange={({ target }) =>
              onChange({ workflowId: target.value === '' ? undefined : target.value })
            }
          >
            <option value="">All workflows</option>
            {names.data?.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Each">
        {(ids) => (
          <Select
            {...ids}
            value={budget.period}
            onChange={({ target }) => onChange({ period: target.value === 'DAY' ? 'DAY' : 'MONTH' })}
          >
            <option value="DAY">Day</option>
            <option value="MONTH">Month</option>
          </Select>
        )}
      </Field>
      <NumberField label="Dollars" value={budget.maxCost} onChange={(maxCost) => onChange({ maxCost })} />
      <NumberField label="Calls" value={budget.maxCalls} onChange={(maxCalls) => onChange({ maxCalls })} />
      <Field label="When it is used up">
        {(ids) => (
          <Select
            {...ids}
            value={budget.whenUsedUp}
            onChange={({ target }) => onChange({ whenUsedUp: target.value === 'STOP' ? 'STOP' : 'FALLBACK' })}
          >
            <option value="STOP">Ask no model</option>
            <option value="FALLBACK">Ask what costs nothing</option>
          </Select>
        )}
      </Field>
      <Button size="icon" variant="quiet" aria-label="Remove this budget" onClick={onRemove}>
        <Trash2 aria-hidden />
      </Button>
    </div>
  );
}

interface NumberFieldProps {
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
}

function NumberField({ label, value, onChange }: NumberFieldProps) {
  return (
    <Field label={label}>
      {(ids) => (
        <Input
          {...ids}
          type="number"
          min={0}
          step="any"
          placeholder="No limit"
          value={value ?? ''}
          onChange={({ target }) => onChange(numberIn(target.value))}
        />
      )}
    </Field>
  );
}
