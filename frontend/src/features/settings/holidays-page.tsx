import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { CalendarOff, Download, Plus, Trash2 } from 'lucide-react';
import { HolidayDialog } from '@/features/settings/holiday-dialog';
import { byDate, dayInWords } from '@/features/settings/model/holidays';
import { FederalDialog } from '@/features/settings/federal-dialog';
import { SettingsPage } from '@/features/settings/settings-page';
import { useSaveDealership } from '@/features/settings/use-save-dealership';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Card } from '@/components/ui/page';
import { ActionsCell, Cell, NameCell, Row, Table } from '@/components/ui/table';
import { inWords } from '@/lib/format/words';
import { settingsQueries } from '@/lib/settings-queries';
import type { Holiday } from '@/lib/settings-types';

const HEAD = [
  { label: 'Day' },
  { label: 'Name', className: 'w-[40%]' },
  { label: 'Closed' },
  { label: 'Actions', className: 'text-right' },
];

export function Component() {
  const settings = useQuery(settingsQueries.dealership());
  const save = useSaveDealership();
  const [asked, setAsked] = useState<'one' | 'federal' | null>(null);
  const kept = byDate(settings.data?.holidays ?? []);

  const keep = (holidays: Holiday[], said: string) =>
    save.mutateAsync({ part: { holidays }, said, undo: { holidays: kept } }).then(() => setAsked(null));

  return (
    <SettingsPage
      title="Holidays"
      about="Days on which the store stays closed whatever its hours say. Business hours and schedules leave them out."
      query={settings}
      actions={
        <>
          <Button onClick={() => setAsked('federal')}>
            <Download aria-hidden />
            Add federal holidays
          </Button>
          <Button variant="primary" onClick={() => setAsked('one')}>
            <Plus aria-hidden />
            Add a holiday
          </Button>
        </>
      }
    >
      {() => (
        <>
          <Card>
            {kept.length === 0 ? (
              <EmptyState icon={CalendarOff} title="No holidays yet">
                Add the days on which you are closed, or take over the federal holidays of a year.
              </EmptyState>
            ) : (
              <HolidaysTable
                holidays={kept}
                onRemove={(gone) =>
                  void keep(
                    kept.filter((holiday) => holiday.date !== gone.date),
                    `${gone.name} is removed.`,
                  )
                }
              />
            )}
          </Card>
          {asked === 'one' && (
            <HolidayDialog known={kept} error={save.error} onAdd={keep} onClose={() => setAsked(null)} />
          )}
          {asked === 'federal' && (
            <FederalDialog known={kept} error={save.error} onAdd={keep} onClose={() => setAsked(null)} />
          )}
        </>
      )}
    </SettingsPage>
  );
}

interface HolidaysTableProps {
  holidays: Holiday[];
  onRemove: (holiday: Holiday) => void;
}

function HolidaysTable({ holidays, onRemove }: HolidaysTableProps) {
  return (
    <Table caption="Holidays" head={HEAD} stacks>
      {holidays.map((holiday) => (
        <Row key={holiday.date}>
          <Cell className="whitespace-nowrap tabular-nums">{dayInWords(holiday.date)}</Cell>
          <NameCell className="font-medium">{holiday.name}</NameCell>
          <Cell className="text-ink-soft">
            {holiday.departments ? holiday.departments.map(inWords).join(', ') : 'Every department'}
          </Cell>
          <ActionsCell>
            <Button
              variant="quiet"
              size="icon"
              aria-label={`Remove ${holiday.name}`}
              onClick={() => onRemove(holiday)}
            >
              <Trash2 aria-hidden />
            </Button>
          </ActionsCell>
        </Row>
      ))}
    </Table>
  );
}
