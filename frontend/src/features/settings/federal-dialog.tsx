import { useState } from 'react';
import type { HolidayDialogProps } from '@/features/settings/holiday-dialog';
import { dayInWords, federalHolidays, merged } from '@/features/settings/model/holidays';
import { Button } from '@/components/ui/button';
import { Checkbox, Select } from '@/components/ui/controls';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/failure';
import { Field } from '@/components/ui/field';
import { plural } from '@/lib/format/words';

/** Takes over the federal holidays of a year, those that the person chooses. */
export function FederalDialog({ known, error, onAdd, onClose }: HolidayDialogProps) {
  const [thisYear] = useState(() => new Date().getFullYear());
  const [year, setYear] = useState(thisYear + 1);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const days = federalHolidays(year);
  const isKnown = (date: string) => known.some((holiday) => holiday.date === date);
  const chosen = days.filter(({ date, name }) => !left.has(name) && !isKnown(date));

  function toggle(name: string, on: boolean) {
    const next = new Set(left);
    if (on) next.delete(name);
    else next.add(name);
    setLeft(next);
  }

  function add() {
    setBusy(true);
    onAdd(merged(known, chosen), `${plural(chosen.length, 'holiday')} added.`).catch(() => setBusy(false));
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Add federal holidays"
      description="On a weekend, the day on which it is kept."
    >
      <DialogBody>
        <div className="flex flex-col gap-4">
          {error !== null && <Notice error={error} />}
          <Field label="Year">
            {(ids) => (
              <Select {...ids} value={year} onChange={(event) => setYear(Number(event.target.value))}>
                {[0, 1, 2, 3].map((ahead) => (
                  <option key={ahead}>{thisYear + ahead}</option>
                ))}
              </Select>
            )}
          </Field>
          <ul className="flex flex-col gap-1">
            {days.map(({ date, name }) => (
              <li key={name}>
                <label className="flex min-h-7 items-center gap-2">
                  <Checkbox
                    checked={isKnown(date) || !left.has(name)}
                    disabled={isKnown(date)}
                    onCheckedChange={(on) => toggle(name, on === true)}
                  />
                  <span className="flex-1">{name}</span>
                  <span className="text-ink-faint tabular-nums">
                    {isKnown(date) ? 'There already' : dayInWords(date)}
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button variant="primary" busy={busy} disabled={busy || chosen.length === 0} onClick={add}>
          Add {plural(chosen.length, 'holiday')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
