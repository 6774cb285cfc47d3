import { useQuery } from '@tanstack/react-query';
import { RoleInput } from '@/components/form/role-input';
import { Checkbox, Select } from '@/components/ui/controls';
import { SuggestingInput, type Suggestion } from '@/components/ui/suggesting-input';
import type { WidgetProps } from '@/features/editor/inspector/widgets/widget-props';
import { aiQueries } from '@/lib/ai-queries';
import { buildingQueries } from '@/lib/building-queries';
import { queries } from '@/lib/queries';

interface Choice {
  value: string;
  label: string;
}

/** One of what there is; a value that is not there any more is kept and shown. */
function Picker({ ids, value, readOnly, onValue, choices }: WidgetProps & { choices: Choice[] | undefined }) {
  const held = typeof value === 'string' ? value : '';
  const isKnown = held === '' || choices?.some((choice) => choice.value === held);
  return (
    <Select
      {...ids}
      disabled={readOnly}
      value={held}
      onChange={(event) => onValue(event.target.value === '' ? undefined : event.target.value)}
    >
      <option value="">{choices?.length === 0 ? 'There are none yet' : 'Choose…'}</option>
      {!isKnown && <option value={held}>{choices === undefined ? held : `${held} (not found)`}</option>}
      {choices?.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </Select>
  );
}

export function EventTypeWidget(props: WidgetProps) {
  const { data } = useQuery(queries.eventTypes());
  return <Picker {...props} choices={data?.map(({ type, title }) => ({ value: type, label: title }))} />;
}

export function WorkflowWidget(props: WidgetProps) {
  const { data } = useQuery(queries.workflowNames());
  const choices = data
    ?.filter((one) => one.publishedVersion !== null && one.publishedVersion !== undefined)
    .map(({ id, name }) => ({ value: id, label: name }));
  return <Picker {...props} choices={choices} />;
}

export function CredentialWidget(props: WidgetProps) {
  const { data } = useQuery(buildingQueries.credentials());
  return <Picker {...props} choices={data?.map(({ name }) => ({ value: name, label: name }))} />;
}

function Suggested({ ids, value, readOnly, onValue, choices }: WidgetProps & { choices: Suggestion[] }) {
  return (
    <SuggestingInput
      {...ids}
      readOnly={readOnly}
      value={typeof value === 'string' ? value : ''}
      onValue={(next) => onValue(next || undefined)}
      suggestions={choices}
    />
  );
}

export function TableWidget(props: WidgetProps) {
  const { data } = useQuery(buildingQueries.tables());
  return <Suggested {...props} choices={(data ?? []).map(({ name }) => ({ value: name }))} />;
}

export function RoleWidget({ ids, value, readOnly, onValue }: WidgetProps) {
  return (
    <RoleInput
      {...ids}
      readOnly={readOnly}
      value={typeof value === 'string' ? value : ''}
      onValue={(next) => onValue(next || undefined)}
    />
  );
}

export function ModelWidget(props: WidgetProps) {
  const { data = [] } = useQuery(aiQueries.models());
  const local = data.filter((model) => model.local).map((model) => model.provider);
  const choices = data.filter((model) => !model.local).map((model) => model.id);
  return (
    <Suggested {...props} choices={[...choices, ...new Set(local)].map((model) => ({ value: model }))} />
  );
}

export function PromptWidget(props: WidgetProps) {
  const { data } = useQuery(buildingQueries.prompts());
  return <Picker {...props} choices={data?.map(({ id, name }) => ({ value: id, label: name }))} />;
}

/** Step types that an agent may use as its tools. */
export function StepTypesWidget({ ids, value, readOnly, onValue }: WidgetProps) {
  const { data = [] } = useQuery(queries.stepTypes());
  const chosen = Array.isArray(value) ? value : [];
  const tools = data.filter((type) => type.worker !== 'engine');
  return (
    <ul id={ids.id} className="flex max-h-48 flex-col gap-1.5 overflow-y-auto rounded-md border p-2">
      {tools.map((type) => (
        <li key={type.type} className="flex items-center gap-2">
          <Checkbox
            id={`${ids.id}-${type.type}`}
            disabled={readOnly}
            checked={chosen.includes(type.type)}
            onCheckedChange={(on) =>
              onValue(on === true ? [...chosen, type.type] : chosen.filter((one) => one !== type.type))
            }
          />
          <label htmlFor={`${ids.id}-${type.type}`}>{type.title}</label>
        </li>
      ))}
    </ul>
  );
}
