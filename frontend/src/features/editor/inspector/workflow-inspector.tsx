import { useState } from 'react';
import { Tabs } from '@/components/ui/tabs';
import type { InspectorProps } from '@/features/editor/inspector/inspector';
import { TriggerList } from '@/features/editor/inspector/trigger-list';
import { WorkflowSettings } from '@/features/editor/inspector/workflow-settings';
import { SchemaWidget } from '@/features/editor/inspector/widgets/schema-table';
import { ProblemLine } from '@/features/editor/problems/problem-line';
import { withOptional } from '@/features/editor/inspector/model/edit';
import { Field } from '@/components/ui/field';
import { isObject, type JsonObject } from '@/lib/json';

type Tab = 'start' | 'input' | 'settings';

/** The workflow itself: what starts it, what it takes, and what holds for the whole. */
export function WorkflowInspector(props: InspectorProps) {
  const { definition, problems, readOnly, onChange } = props;
  const [tab, setTab] = useState<Tab>('start');
  const general = problems.filter(
    (problem) => !problem.nodeId && !/^\/(triggers|settings)/.test(problem.pointer ?? ''),
  );
  return (
    <div className="flex min-w-0 flex-col gap-4 p-4">
      <h2 className="font-semibold">The workflow</h2>
      {general.map((problem) => (
        <ProblemLine key={problem.code + problem.message} problem={problem} />
      ))}
      <Tabs<Tab>
        label="Parts of the workflow"
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'start', label: 'Start', content: <TriggerList {...props} /> },
          {
            value: 'input',
            label: 'Input',
            content: (
              <Field
                label="Fields of the input"
                required={false}
                hint="What a start over the API or by a person has to give. Left out, anything is taken."
              >
                {(ids) => (
                  <SchemaWidget
                    ids={ids}
                    label="the input"
                    schema={{}}
                    value={definition.input as JsonObject | undefined}
                    readOnly={readOnly}
                    scope={[]}
                    onValue={(next) =>
                      onChange(
                        withOptional(definition, 'input', isObject(next) ? next : undefined),
                        'Change the input',
                      )
                    }
                  />
                )}
              </Field>
            ),
          },
          { value: 'settings', label: 'Settings', content: <WorkflowSettings {...props} /> },
        ]}
      />
    </div>
  );
}
