import { useQuery } from '@tanstack/react-query';
import { HoursTable } from '@/features/settings/hours-table';
import { formOf, mistakesIn } from '@/features/settings/model/dealership';
import { ContactRules } from '@/features/settings/contact-rules';
import { SettingsPage } from '@/features/settings/settings-page';
import { StoreFields } from '@/features/settings/store-fields';
import { useSaveDealership } from '@/features/settings/use-save-dealership';
import { SaveBar } from '@/components/form/save-bar';
import { useEditing } from '@/components/form/use-editing';
import { Card } from '@/components/ui/page';
import { settingsQueries } from '@/lib/settings-queries';
import type { DealershipSettings } from '@/lib/settings-types';

export function Component() {
  const settings = useQuery(settingsQueries.dealership());
  return (
    <SettingsPage
      title="Dealership"
      about="Who you are and when you are open. Workflows see it as vars, and no message leaves in the quiet hours."
      query={settings}
    >
      {(data) => <DealershipFields settings={data} />}
    </SettingsPage>
  );
}

function DealershipFields({ settings }: { settings: DealershipSettings }) {
  const kept = formOf(settings);
  const form = useEditing(kept, mistakesIn);
  const save = useSaveDealership();

  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const part = form.submit();
        if (part !== null)
          save.mutate({ part, said: 'The settings are saved.', undo: kept }, { onError: form.refuse });
      }}
    >
      <Card className="p-5">
        <StoreFields form={form} />
      </Card>
      <Card className="p-5">
        <h2 className="font-semibold">Opening hours</h2>
        <p className="mt-1 mb-4 text-ink-faint">
          On the clock of the store. A day that is not open is a day off.
        </p>
        <HoursTable form={form} />
      </Card>
      <Card className="p-5">
        <h2 className="font-semibold">Messages to customers</h2>
        <p className="mt-1 mb-4 text-ink-faint">
          What would be sent in the quiet hours waits until they are over, by the customer’s clock where it is
          known.
        </p>
        <ContactRules form={form} />
      </Card>
      <SaveBar form={form} busy={save.isPending} />
    </form>
  );
}
