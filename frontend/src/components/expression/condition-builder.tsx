import { useState } from 'react';
import { ConditionGroup } from '@/components/expression/condition-group';
import { ExpressionControl, type ExpressionControlProps } from '@/components/expression/expression-control';
import {
  isComplete,
  writeCondition,
  type Condition,
  type Group,
} from '@/components/expression/model/condition';
import { readCondition } from '@/components/expression/model/read-condition';
import { asTemplate, bareText } from '@/components/expression/model/template';
import { Filter } from '@/components/ui/filter-bar';

type View = 'builder' | 'expression';

/** A condition to choose from lists, or as the expression that it is. */
export function ConditionBuilder(props: ExpressionControlProps) {
  const { value, label } = props;
  const expression = bareText(value);
  const read = expression === null || expression === '' ? null : readCondition(expression);
  // What is half chosen has no expression yet, or one that cannot be read, so that it is kept here.
  const [draft, setDraft] = useState<{ of: string; group: Group } | null>(null);
  const isDraft = draft?.of === value;
  const canShow = read !== null || expression === '' || isDraft;
  const [view, setView] = useState<View>(canShow ? 'builder' : 'expression');
  const shown = isDraft ? draft.group : asGroup(read);

  function change(group: Group) {
    const complete = completed(group);
    const next = complete === null ? undefined : asTemplate(writeCondition(complete));
    setDraft({ of: next ?? '', group });
    if ((next ?? '') !== value) props.onValue(next);
  }

  return (
    <div className="flex min-w-0 flex-col gap-2">
      <Filter<View>
        label={`How to edit ${label}`}
        value={view}
        options={[
          { value: 'builder', label: 'Choose' },
          { value: 'expression', label: 'Expression' },
        ]}
        onChange={setView}
      />
      {view === 'expression' && <ExpressionControl {...props} />}
      {view === 'builder' && canShow && (
        <ConditionGroup
          group={shown}
          label={label}
          scope={props.scope}
          readOnly={props.readOnly ?? false}
          onChange={change}
        />
      )}
      {view === 'builder' && !canShow && (
        <p className="rounded-md bg-sunken px-3 py-2 text-sm text-ink-soft">
          This condition says more than can be chosen from lists, so that it stays an expression. Nothing of
          it is lost.
        </p>
      )}
    </div>
  );
}

const EMPTY: Group = {
  kind: 'group',
  every: true,
  items: [{ kind: 'test', field: '', operator: 'is', with: null }],
};

function asGroup(condition: Condition | null): Group {
  if (condition === null) return EMPTY;
  return condition.kind === 'group' ? condition : { kind: 'group', every: true, items: [condition] };
}

/** The condition without the rows that are not complete yet; null when none is. */
function completed(group: Group): Condition | null {
  const items = group.items.flatMap((item): Condition[] => {
    if (item.kind === 'test') return isComplete(item) ? [item] : [];
    const inner = completed(item);
    return inner === null ? [] : [inner];
  });
  if (items.length <= 1) return items[0] ?? null;
  return { ...group, items };
}
