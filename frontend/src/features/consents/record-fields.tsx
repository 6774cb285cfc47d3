import { channelsOf } from '@/features/consents/model/channels';
import type { ConsentForm } from '@/features/consents/model/record';
import { CHANNELS, PURPOSES_OR_ALL, USUAL_SOURCES } from '@/features/consents/model/words';
import type { Editing } from '@/components/form/use-editing';
import { MomentControl } from '@/components/schema-form/moment-control';
import { Select, Textarea } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { SuggestingInput } from '@/components/ui/suggesting-input';
import type { ConsentPurpose, ConsentState, Who } from '@/lib/api/consents';

interface RecordFieldsProps {
  form: Editing<ConsentForm>;
  who: Who;
}

const ANSWERS: { value: ConsentState; label: string }[] = [
  { value: 'REVOKED', label: 'No more: consent is withdrawn' },
  { value: 'GRANTED', label: 'Yes: consent is given' },
];

const FOR_WHAT: Record<ConsentPurpose | 'ALL', string> = {
  ALL: 'Everything: marketing, and what they asked for.',
  TRANSACTIONAL: 'What they asked for, and what belongs to a deal or a repair.',
  MARKETING: 'Everything that is to sell.',
};

export function RecordFields({ form: { value, change, errorAt }, who }: RecordFieldsProps) {
  const set = (part: Partial<ConsentForm>) => {
    const [key = ''] = Object.keys(part);
    change(`/${key}`, { ...value, ...part });
  };
  return (
    <>
      <Field label="What they say" required>
        {(ids) => (
          <Select
            {...ids}
            value={value.state}
            onChange={(event) => set({ state: event.target.value as ConsentForm['state'] })}
          >
            {ANSWERS.map((answer) => (
              <option key={answer.value} value={answer.value}>
                {answer.label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label="Channel" error={errorAt('/channel')} required>
          {(ids) => (
            <Select
              {...ids}
              value={value.channel}
              onChange={(event) => set({ channel: event.target.value as ConsentForm['channel'] })}
            >
              {channelsOf(who).map((channel) => (
                <option key={channel} value={channel}>
                  {CHANNELS[channel]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Purpose" hint={FOR_WHAT[value.purpose]} error={errorAt('/purpose')} required>
          {(ids) => (
            <Select
              {...ids}
              value={value.purpose}
              onChange={(event) => set({ purpose: event.target.value as ConsentForm['purpose'] })}
            >
              {Object.entries(PURPOSES_OR_ALL).map(([purpose, label]) => (
                <option key={purpose} value={purpose}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Field
        label="In which words"
        hint={
          value.state === 'GRANTED'
            ? 'What they signed, ticked or said yes to, word for word.'
            : 'As they put it, such as “stop texting me”.'
        }
        error={errorAt('/evidence')}
        required={value.state === 'GRANTED'}
      >
        {(ids) => (
          <Textarea
            {...ids}
            maxLength={2000}
            value={value.evidence}
            onChange={(event) => set({ evidence: event.target.value })}
          />
        )}
      </Field>
      <WhereAndWhen value={value} set={set} errorAt={errorAt} />
    </>
  );
}

interface WhereAndWhenProps {
  value: ConsentForm;
  set: (part: Partial<ConsentForm>) => void;
  errorAt: (place: string) => string | null;
}

function WhereAndWhen({ value, set, errorAt }: WhereAndWhenProps) {
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <Field label="Where they said it" error={errorAt('/source')} required>
        {(ids) => (
          <SuggestingInput
            {...ids}
            placeholder="Phone call"
            maxLength={200}
            value={value.source}
            onValue={(source) => set({ source })}
            suggestions={USUAL_SOURCES.map((source) => ({ value: source }))}
          />
        )}
      </Field>
      <Field
        label="When they said it"
        hint="Leave it empty for now. What was said last holds."
        error={errorAt('/at')}
        required={false}
      >
        {(ids) => (
          <MomentControl
            {...ids}
            value={value.at}
            onValue={(at) => set({ at: typeof at === 'string' ? at : '' })}
          />
        )}
      </Field>
    </div>
  );
}
