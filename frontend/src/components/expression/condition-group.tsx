import { FolderPlus, Plus, Trash2 } from 'lucide-react';
import { ConditionRow } from '@/components/expression/condition-row';
import type { Condition, Group, Test } from '@/components/expression/model/condition';
import type { ScopeEntry } from '@/components/expression/model/scope-tree';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/controls';

interface ConditionGroupProps {
  group: Group;
  label: string;
  scope: readonly ScopeEntry[];
  readOnly: boolean;
  onChange: (group: Group) => void;
  onRemove?: () => void;
}

const NEW: Test = { kind: 'test', field: '', operator: 'is', with: null };

/** Rows that must hold all, or of which one is enough; a row may be such a group itself. */
export function ConditionGroup({ group, label, scope, readOnly, onChange, onRemove }: ConditionGroupProps) {
  const { items, every } = group;
  const replace = (at: number, item: Condition) =>
    onChange({ ...group, items: items.map((one, index) => (index === at ? item : one)) });
  const remove = (at: number) => onChange({ ...group, items: items.filter((_, index) => index !== at) });
  const add = (item: Condition) => onChange({ ...group, items: [...items, item] });

  return (
    <div
      role="group"
      aria-label={label}
      className="flex min-w-0 flex-col gap-2 rounded-md border bg-sunken p-2"
    >
      {(items.length > 1 || onRemove) && (
        <div className="flex items-center gap-2">
          <span className="w-28">
            <Select
              aria-label={`${label}: how the rows are joined`}
              value={every ? 'every' : 'some'}
              disabled={readOnly}
              onChange={(event) => onChange({ ...group, every: event.target.value === 'every' })}
            >
              <option value="every">All of</option>
              <option value="some">Any of</option>
            </Select>
          </span>
          <span className="flex-1 text-sm text-ink-faint">these hold</span>
          {onRemove && !readOnly && (
            <Button variant="quiet" size="icon" aria-label="Remove the group" onClick={onRemove}>
              <Trash2 aria-hidden />
            </Button>
          )}
        </div>
      )}
      {items.map((item, index) =>
        item.kind === 'group' ? (
          <ConditionGroup
            key={index}
            group={item}
            label={`${label}, group ${index + 1}`}
            scope={scope}
            readOnly={readOnly}
            onChange={(next) => replace(index, next)}
            onRemove={() => remove(index)}
          />
        ) : (
          <ConditionRow
            key={index}
            test={item}
            label={`${label}, row ${index + 1}`}
            scope={scope}
            readOnly={readOnly}
            onChange={(next) => replace(index, next)}
            onRemove={items.length > 1 || item.field !== '' ? () => remove(index) : null}
          />
        ),
      )}
      {!readOnly && (
        <div className="flex gap-1">
          <Button variant="quiet" size="sm" onClick={() => add(NEW)}>
            <Plus aria-hidden />
            Add a row
          </Button>
          <Button
            variant="quiet"
            size="sm"
            onClick={() => add({ kind: 'group', every: !every, items: [NEW, NEW] })}
          >
            <FolderPlus aria-hidden />
            Add a group
          </Button>
        </div>
      )}
    </div>
  );
}
