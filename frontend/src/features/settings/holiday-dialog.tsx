import { useState, type SyntheticEvent } from 'react';
import { DEPARTMENTS } from '@/features/settings/model/dealership';
import { byDate } from '@/features/settings/model/holidays';
import { useEditing } from '@/components/form/use-editing';
import { Button } from '@/components/ui/button';
import { Checkbox, Input } from '@/components/ui/controls';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/failure';
import { Field, FieldError } from '@/components/ui/field';
import { inWords } from '@/lib/format/words';
import type { Holiday } from '@/lib/settings-types';

export interface HolidayDialogProps {
  known: Holiday[];
  error: unknown;
  onAdd: (holidays: Holiday[], said: string) => Promise<void>;
  onClose: () => void;
}

const NEW = { date: '', name: '', departments: DEPARTMENTS };

export function HolidayDialog({ known, error, onAdd, onClose }: HolidayDialogProps) {
  const [busy, setBusy] = useState(false);
  const form = useEditing(NEW, (value) => ({
    ...(value.date === '' ? { '/date': 'Choose the day.' } : {}),
    ...(known.some((holiday) => holiday.date === value.date)
      ? { '/date': 'This day is a holiday already.' }
      : {}),
    ...(value.name.trim() === '' ? { '/name': 'Say what is celebrated.' } : {}),
    ...(value.departments.length === 0 ? { '/departments': 'Choose at least one department.' } : {}),
  }));
  const { value, change, errorAt } = form;

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    const holiday = form.submit();
    if (holiday === null) return;
    const { date, name, departments } = holiday;
    const all = departments.length === DEPARTMENTS.length;
    const added: Holiday = { date, name: name.trim(), ...(all ? {} : { departments }) };
    setBusy(true);
    onAdd(byDate([...known, added]), `${added.name} is added.`).catch(() => setBusy(false));
  }

  return (
    <Dialog open onOpenChange={onClose} title="Add a holiday">
      <form noValidate onSubmit={submit} className="contents">
        <DialogBody>
          <div className="flex flex-col gap-4">
            {error !== null && <Notice error={error} />}
            <Field label="Day" error={errorAt('/date')} required>
              {(ids) => (
                <Input
                  {...ids}
                  type="date"
                  value={value.date}
                  onChange={(event) => change('/date', { ...value, date: event.target.value })}
                />
              )}
            </Field>
            <Field label="Name" error={errorAt('/name')} required>
              {(ids) => (
                <Input
                  {...ids}
                  maxLength={80}
                  placeholder="Christmas Eve"
                  value={value.name}
                  onChange={(event) => change('/name', { ...value, name: event.target.value })}
                />
              )}
            </Field>
            <fieldset>
              <legend className="mb-1.5 font-medium">Closed departments</legend>
              <div className="flex flex-wrap gap-4">
                {DEPARTMENTS.map((department) => (
                  <label key={department} className="flex items-center gap-2">
                    <Checkbox
                      checked={value.departments.includes(department)}
                      onCheckedChange={(on) =>
                        change('/departments', {
                          ...value,
                          departments: DEPARTMENTS.filter((each) =>
                            each === department ? on === true : value.departments.includes(each),
                          ),
                        })
                      }
                    />
                    {inWords(department)}
                  </label>
                ))}
              </div>
              {errorAt('/departments') && <FieldError>{errorAt('/departments')}</FieldError>}
            </fieldset>
          </div>
        </DialogBody>
        <DialogFooter>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" busy={busy}>
            Add
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
