import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Download, ScrollText, SearchX } from 'lucide-react';
import { toast } from 'sonner';
import { AuditFilters } from '@/features/settings/audit-filters';
import { AuditTable } from '@/features/settings/audit-table';
import { SettingsPage } from '@/features/settings/settings-page';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { LoadMore } from '@/components/ui/load-more';
import { Card } from '@/components/ui/page';
import { settingsApi } from '@/lib/api/settings';
import { saveAs } from '@/lib/save-as';
import { messageOf } from '@/lib/http/problem';
import { settingsQueries } from '@/lib/settings-queries';
import { useUrlFilters } from '@/lib/use-url-filters';
import { asked } from '@/features/settings/model/audit';

const FILTERS = ['actor', 'action', 'subject', 'from', 'to'] as const;

export function Component() {
  const { filters, setFilter, clear, isFiltered } = useUrlFilters(FILTERS);
  const query = asked(filters);
  const entries = useInfiniteQuery(settingsQueries.audit(query));
  const all = entries.data?.pages.flatMap((page) => page.items) ?? [];
  const download = useMutation({
    mutationFn: () => settingsApi.auditAsCsv(query),
    onSuccess: (csv) => saveAs(csv, 'audit-log.csv'),
    onError: (error) => toast.error(messageOf(error)),
  });

  return (
    <SettingsPage
      title="Audit log"
      about="Who changed what, and when. Entries are only ever added."
      query={entries}
      actions={
        <Button busy={download.isPending} disabled={all.length === 0} onClick={() => download.mutate()}>
          <Download aria-hidden />
          Export as CSV
        </Button>
      }
    >
      {() => (
        <>
          <AuditFilters filters={filters} onChange={setFilter} />
          <Card>
            {all.length > 0 ? (
              <AuditTable entries={all} />
            ) : isFiltered ? (
              <EmptyState
                icon={SearchX}
                title="Nothing matches"
                action={<Button onClick={clear}>Clear the filters</Button>}
              >
                No change fits these filters.
              </EmptyState>
            ) : (
              <EmptyState icon={ScrollText} title="Nothing has been changed yet">
                Publications, settings, users, credentials and decisions leave an entry here.
              </EmptyState>
            )}
            <LoadMore query={entries} />
          </Card>
        </>
      )}
    </SettingsPage>
  );
}
