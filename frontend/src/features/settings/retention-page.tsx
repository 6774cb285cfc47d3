import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { isShorter, OTHERS, periodsWith } from '@/features/settings/model/retention';
import { SettingsPage } from '@/features/settings/settings-page';
import { useSaveDealership } from '@/features/settings/use-save-dealership';
import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { SaveBar } from '@/components/form/save-bar';
import { useEditing } from '@/components/form/use-editing';
import { Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { Card } from '@/components/ui/page';
import { Cell, Row, Table } from '@/components/ui/table';
import { settingsQueries } from '@/lib/settings-queries';

export function Component() {
  const settings = useQuery(settingsQueries.dealership());
  return (
    <SettingsPage
      title="Retention"
      about="How long what has happened is kept. Customer information may not be kept for more than two years after its last use, unless you need it."
      query={settings}
    >
      {(data) => (
        <>
          <HistoryPeriod kept={data.historyDays ?? null} />
          <Card>
            <Table caption="What else is kept" head={[{ label: 'What else is kept' }, { label: 'For' }]}>
              {OTHERS.map(({ what, howLong }) => (
                <Row key={what}>
                  <Cell>{what}</Cell>
                  <Cell className="text-ink-soft">{howLong}</Cell>
                </Row>
              ))}
            </Table>
          </Card>
        </>
      )}
    </SettingsPage>
  );
}

interface Period {
  days: number | null;
}

function HistoryPeriod({ kept }: { kept: number | null }) {
  const save = useSaveDealership();
  const form = useEditing<Period>({ days: kept }, () => ({}));
  const [asking, setAsking] = useState(false);
  const { days } = form.value;

  const keep = () =>
    save.mutate(
      { part: { historyDays: days }, said: 'The settings are saved.', undo: { historyDays: kept } },
      { onError: form.refuse, onSettled: () => setAsking(false) },
    );

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isShorter(kept, days)) setAsking(true);
        else keep();
      }}
    >
      <Card className="flex flex-col gap-4 p-5">
        <div className="max-w-96">
          <Field
            label="Executions, their steps and tasks"
            hint="After they have ended. They go by whole months, so some stay a little longer."
          >
            {(ids) => (
              <Select
                {...ids}
                value={days ?? ''}
                onChange={(event) =>
                  form.change('/days', {
                    days: event.target.value === '' ? null : Number(event.target.value),
                  })
                }
              >
                {periodsWith(kept).map((period) => (
                  <option key={period.label} value={period.days ?? ''}>
                    {period.label}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <SaveBar form={form} busy={save.isPending} />
      </Card>
      {asking && (
        <ConfirmDialog
          title="Keep less history?"
          action="Keep less"
          busy={save.isPending}
          error={null}
          onConfirm={keep}
          onClose={() => setAsking(false)}
        >
          Within a day, executions that ended before the new period are deleted for good, with their logs and
          tasks. The figures of the dashboard stay.
        </ConfirmDialog>
      )}
    </form>
  );
}
