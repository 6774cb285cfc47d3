import { TimeInput } from '@/features/settings/contact-rules';
import { DEPARTMENTS, WEEK, withDay, type DealershipForm } from '@/features/settings/model/dealership';
import type { Editing } from '@/components/form/use-editing';
import { Checkbox } from '@/components/ui/controls';
import { FieldError } from '@/components/ui/field';
import { inWords } from '@/lib/format/words';
import type { Department, Hours, Weekday } from '@/lib/settings-types';

const USUAL: Hours = { open: '09:00', close: '18:00' };

/** A column for each department, a line for each day. */
export function HoursTable({ form }: { form: Editing<DealershipForm> }) {
  return (
    <div className="grid grid-cols-1 gap-6 lg:grid-cols-2">
      {DEPARTMENTS.map((department) => (
        <fieldset key={department} className="min-w-0">
          <legend className="mb-2 font-medium">{inWords(department)}</legend>
          <div className="flex flex-col gap-1.5">
            {WEEK.map(({ day, name }) => (
              <DayHours key={day} form={form} department={department} day={day} name={name} />
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}

interface DayHoursProps {
  form: Editing<DealershipForm>;
  department: Department;
  day: Weekday;
  name: string;
}

function DayHours({ form, department, day, name }: DayHoursProps) {
  const { value, change, errorAt } = form;
  const hours = value.hours[department]?.[day];
  const place = `/hours/${department}/${day}/close`;
  const error = errorAt(place);
  const set = (next: Hours | null) =>
    change(place, { ...value, hours: withDay(value.hours, department, day, next) });
  const of = `${inWords(department)} on ${name}`;
  return (
    <div>
      <div className="flex min-h-9 items-center gap-2">
        <label className="flex w-15 shrink-0 items-center gap-2">
          <Checkbox
            aria-label={`${of} is open`}
            checked={hours !== undefined}
            onCheckedChange={(on) => set(on === true ? USUAL : null)}
          />
          {name.slice(0, 3)}
        </label>
        {hours === undefined ? (
          <span className="text-ink-faint">Closed</span>
        ) : (
          <>
            <TimeInput
              label={`${of} opens`}
              value={hours.open}
              onChange={(open) => set({ ...hours, open })}
            />
            <span className="text-ink-faint" aria-hidden>
              –
            </span>
            <TimeInput
              label={`${of} closes`}
              value={hours.close}
              invalid={error !== null}
              onChange={(close) => set({ ...hours, close })}
            />
          </>
        )}
      </div>
      {error && <FieldError>{error}</FieldError>}
    </div>
  );
}
