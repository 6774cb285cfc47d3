import { useCallback } from 'react';
import { ConfigFields } from '@/features/editor/inspector/config-fields';
import { TRIGGER_SCHEMAS } from '@/features/editor/inspector/model/trigger-schemas';
import { NextTimes } from '@/features/editor/inspector/next-times';
import { stepForm } from '@/features/editor/inspector/step-form';
import { useCatalogue } from '@/features/editor/inspector/use-catalogue';
import { useScopes } from '@/features/editor/inspector/use-sample';
import { triggerScope } from '@/features/editor/model/scope';
import type { WorkflowProblem } from '@/lib/api-types';
import type { Trigger } from '@/lib/definition';
import type { JsonObject } from '@/lib/json';

interface TriggerFieldsProps {
  trigger: Trigger;
  base: string;
  problems: readonly WorkflowProblem[];
  readOnly: boolean;
  onTrigger: (next: Trigger) => void;
}

/** The settings of one trigger. */
export function TriggerFields({ trigger, base, problems, readOnly, onTrigger }: TriggerFieldsProps) {
  const catalogue = useCatalogue();
  const scopeAt = useScopes(useCallback(() => triggerScope(trigger, catalogue), [trigger, catalogue]));
  const schema = TRIGGER_SCHEMAS[trigger.type];
  const form = stepForm({
    schema,
    value: trigger as unknown as JsonObject,
    base,
    problems,
    readOnly,
    scopeAt,
    onChange: (next) => onTrigger(next as unknown as Trigger),
  });
  return (
    <>
      <ConfigFields form={form} schema={schema} />
      {trigger.type === 'schedule' && <NextTimes trigger={trigger} />}
    </>
  );
}
