import type { DealershipForm } from '@/features/settings/model/dealership';
import type { Editing } from '@/components/form/use-editing';
import { Checkbox, Input } from '@/components/ui/controls';
import { Field, FieldError } from '@/components/ui/field';

const USUAL = { from: '20:00', to: '08:00' };

/** Quiet hours, and how often one person is written to. */
export function ContactRules({ form }: { form: Editing<DealershipForm> }) {
  const { value, change, errorAt } = form;
  const quiet = value.quietHours;
  const error = errorAt('/quietHours');
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <label className="flex items-center gap-2 font-medium">
          <Checkbox
            checked={quiet !== null}
            onCheckedChange={(on) =>
              change('/quietHours', { ...value, quietHours: on === true ? USUAL : null })
            }
          />
          Quiet hours
        </label>
        {quiet && (
          <span className="flex items-center gap-2 text-ink-faint">
            from
            <TimeInput
              label="Quiet from"
              value={quiet.from}
              onChange={(from) => change('/quietHours', { ...value, quietHours: { ...quiet, from } })}
            />
            to
            <TimeInput
              label="Quiet to"
              value={quiet.to}
              onChange={(to) => change('/quietHours', { ...value, quietHours: { ...quiet, to } })}
            />
          </span>
        )}
      </div>
      {error && <FieldError>{error}</FieldError>}
      <div className="max-w-72">
        <Field
          label="Marketing messages a day"
          hint="To one person at most. Two, unless you say otherwise."
          error={errorAt('/dailyContactCap')}
          required={false}
        >
          {(ids) => (
            <Input
              {...ids}
              inputMode="numeric"
              placeholder="2"
              value={value.dailyContactCap === null ? '' : String(value.dailyContactCap)}
              onChange={(event) => {
                const typed = event.target.value.trim();
                change('/dailyContactCap', {
                  ...value,
                  dailyContactCap: typed === '' ? null : Number(typed),
                });
              }}
            />
          )}
        </Field>
      </div>
    </div>
  );
}

interface TimeInputProps {
  label: string;
  value: string;
  invalid?: boolean;
  onChange: (value: string) => void;
}

export function TimeInput({ label, value, invalid, onChange }: TimeInputProps) {
  return (
    <Input
      type="time"
      aria-label={label}
      aria-invalid={invalid || undefined}
      className="max-w-32 min-w-0 max-sm:[&::-webkit-calendar-picker-indicator]:hidden"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
