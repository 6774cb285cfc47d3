import { Trash2 } from 'lucide-react';
import { ConditionValue } from '@/components/expression/condition-value';
import { FieldPicker } from '@/components/expression/field-picker';
import {
  isBlank,
  isComplete,
  OPERATOR_WORDS,
  operatorsFor,
  standsAlone,
  type Comparand,
  type Operator,
  type Test,
} from '@/components/expression/model/condition';
import { findEntry, partsOf, type ScopeEntry } from '@/components/expression/model/scope-tree';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/controls';

interface ConditionRowProps {
  test: Test;
  label: string;
  scope: readonly ScopeEntry[];
  readOnly: boolean;
  onChange: (test: Test) => void;
  onRemove: (() => void) | null;
}

/** A field, what is asked of it, and what it is compared with. */
export function ConditionRow({ test, label, scope, readOnly, onChange, onRemove }: ConditionRowProps) {
  const entry = findEntry(scope, partsOf(test.field));
  const offered = operatorsFor(entry?.type ?? 'any');
  const operators = offered.includes(test.operator) ? offered : [test.operator, ...offered];

  return (
    <div role="group" aria-label={label} className="flex flex-col gap-1.5 rounded-md border bg-surface p-2">
      <div className="flex gap-1">
        <FieldPicker
          label={`${label}, field`}
          value={test.field}
          scope={scope}
          readOnly={readOnly}
          onPick={(path) => onChange(withField(test, path, scope))}
        />
        {onRemove && !readOnly && (
          <Button variant="quiet" size="icon" aria-label={`Remove ${label}`} onClick={onRemove}>
            <Trash2 aria-hidden />
          </Button>
        )}
      </div>
      <div className="grid grid-cols-[minmax(0,9.5rem)_minmax(0,1fr)] gap-1.5">
        <Select
          aria-label={`${label}: what is asked`}
          value={test.operator}
          disabled={readOnly}
          onChange={(event) => onChange(withOperator(test, event.target.value as Operator))}
        >
          {operators.map((operator) => (
            <option key={operator} value={operator}>
              {OPERATOR_WORDS[operator]}
            </option>
          ))}
        </Select>
        {test.with !== null && (
          <ConditionValue
            label={`${label}: value`}
            comparand={test.with}
            many={test.operator === 'oneOf' || test.operator === 'notOneOf'}
            entry={entry}
            readOnly={readOnly}
            onChange={(next) => onChange({ ...test, with: next })}
          />
        )}
      </div>
      {test.field !== '' && isBlank(test) && (
        <p className="text-sm text-ink-faint">
          {isComplete(test)
            ? 'Without a value it asks whether the field is an empty text.'
            : 'Say with what to compare; until then this row does not count.'}
        </p>
      )}
    </div>
  );
}

function withField(test: Test, field: string, scope: readonly ScopeEntry[]): Test {
  const type = findEntry(scope, partsOf(field))?.type ?? 'any';
  const offered = operatorsFor(type);
  const operator = offered.includes(test.operator) ? test.operator : (offered[0] ?? 'is');
  return withOperator({ ...test, field }, operator);
}

function withOperator(test: Test, operator: Operator): Test {
  if (standsAlone(operator)) return { ...test, operator, with: null };
  const many = operator === 'oneOf' || operator === 'notOneOf';
  const held = test.with ?? { kind: 'value' as const, value: '' };
  return { ...test, operator, with: fitting(held, many) };
}

function fitting(held: Comparand, many: boolean): Comparand {
  if (held.kind === 'field') return held;
  const isList = Array.isArray(held.value);
  if (many === isList) return held;
  if (many) return { kind: 'value', value: held.value === '' ? [] : [held.value] };
  return { kind: 'value', value: Array.isArray(held.value) ? (held.value[0] ?? '') : held.value };
}
