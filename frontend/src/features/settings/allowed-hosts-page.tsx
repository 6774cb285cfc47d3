import { useQuery } from '@tanstack/react-query';
import { Globe, Trash2 } from 'lucide-react';
import { SettingsPage } from '@/features/settings/settings-page';
import { useSaveDealership } from '@/features/settings/use-save-dealership';
import { UnsavedGuard } from '@/components/form/unsaved-guard';
import { useEditing } from '@/components/form/use-editing';
import { Button } from '@/components/ui/button';
import { Checkbox, Input } from '@/components/ui/controls';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/failure';
import { Field } from '@/components/ui/field';
import { Card } from '@/components/ui/page';
import { settingsQueries } from '@/lib/settings-queries';

const HOST =
  /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*(?!\d+$|0x[0-9a-f]*$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

const without = (hosts: string[], host: string) => hosts.filter((each) => each !== host);

export function Component() {
  const settings = useQuery(settingsQueries.dealership());
  return (
    <SettingsPage
      title="Allowed hosts"
      about="The only systems that HTTP and webhook steps may call, by the names of their hosts. Financial data may go to your own systems alone."
      query={settings}
    >
      {(data) => <Hosts hosts={data.allowedHosts ?? []} own={data.ownHosts ?? []} />}
    </SettingsPage>
  );
}

interface HostsProps {
  hosts: string[];
  /** Those that belong to the dealership. */
  own: string[];
}

function Hosts({ hosts, own }: HostsProps) {
  const save = useSaveDealership();
  const form = useEditing('', (host): Record<string, string> => {
    if (host === '') return { '': 'Enter the name of a host.' };
    if (hosts.includes(host)) return { '': 'This host is allowed already.' };
    return HOST.test(host)
      ? {}
      : { '': 'Enter a host name, such as crm.example.com, or *.example.com for all below it.' };
  });
  const keep = (allowedHosts: string[], ownHosts: string[], said: string) =>
    save.mutate(
      { part: { allowedHosts, ownHosts }, said, undo: { allowedHosts: hosts, ownHosts: own } },
      { onSuccess: form.discard },
    );

  return (
    <Card>
      <UnsavedGuard when={form.isChanged && !save.isPending} />
      <form
        noValidate
        className="flex flex-wrap items-start gap-2 border-b p-5"
        onSubmit={(event) => {
          event.preventDefault();
          const host = form.submit();
          if (host !== null) keep([...hosts, host], own, `${host} is allowed.`);
        }}
      >
        <div className="min-w-0 flex-1 basis-64">
          <Field label="Host" error={form.errorAt('')}>
            {(ids) => (
              <Input
                {...ids}
                placeholder="crm.example.com"
                value={form.value}
                onChange={(event) => form.change('', event.target.value.trim().toLowerCase())}
              />
            )}
          </Field>
        </div>
        <Button type="submit" variant="primary" className="h-9 sm:mt-6.5" busy={save.isPending}>
          Allow
        </Button>
      </form>
      {save.isError && (
        <div className="px-5 pt-4">
          <Notice error={save.error} />
        </div>
      )}
      {hosts.length === 0 ? (
        <EmptyState icon={Globe} title="Steps may call no other system yet">
          Name the systems that your workflows call. No step can send anything elsewhere.
        </EmptyState>
      ) : (
        <ul aria-label="Allowed hosts">
          {hosts.map((host) => (
            <li
              key={host}
              className="flex flex-wrap items-center gap-x-4 border-b py-1 pr-3 pl-5 last:border-b-0"
            >
              <span className="min-w-0 flex-1 basis-48 truncate font-mono">{host}</span>
              <label className="flex items-center gap-2 text-sm text-ink-soft">
                <Checkbox
                  aria-label={`${host} is our own system`}
                  checked={own.includes(host)}
                  onCheckedChange={(on) =>
                    keep(
                      hosts,
                      on === true ? [...own, host] : without(own, host),
                      on === true
                        ? `${host} may get financial data.`
                        : `${host} may not get financial data any more.`,
                    )
                  }
                />
                Our own system
              </label>
              <Button
                variant="quiet"
                size="icon"
                aria-label={`Remove ${host}`}
                onClick={() =>
                  keep(without(hosts, host), without(own, host), `${host} is not allowed any more.`)
                }
              >
                <Trash2 aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
