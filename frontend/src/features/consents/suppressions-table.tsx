import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { toast } from 'sonner';
import { CHANNELS } from '@/features/consents/model/words';
import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { Button } from '@/components/ui/button';
import { Cell, Row, Table } from '@/components/ui/table';
import { consentsHref } from '@/lib/api/consents';
import { suppressionsApi, type Suppression } from '@/lib/api/suppressions';
import { day, exactTime } from '@/lib/format/time';

const HEAD = [
  { label: 'Address' },
  { label: 'Why', className: 'hidden w-[45%] md:table-cell' },
  { label: 'Since', className: 'hidden sm:table-cell' },
];
const ACTION = { label: 'Action', className: 'w-0', content: <span className="sr-only">Action</span> };

interface SuppressionsTableProps {
  blocked: Suppression[];
  mayAllow: boolean;
}

export function SuppressionsTable({ blocked, mayAllow }: SuppressionsTableProps) {
  const [asked, setAsked] = useState<Suppression | null>(null);
  return (
    <>
      <Table caption="Blocked addresses" head={mayAllow ? [...HEAD, ACTION] : HEAD}>
        {blocked.map((one) => (
          <Row key={`${one.channel} ${one.address}`}>
            <Cell>
              <Link
                to={consentsHref({ address: one.address })}
                className="rounded-sm font-medium wrap-anywhere hover:underline"
              >
                {one.address}
              </Link>
              <p className="text-sm text-ink-faint">{CHANNELS[one.channel]}</p>
              <p className="mt-1 text-sm wrap-anywhere text-ink-soft md:hidden">{one.reason}</p>
              <p className="text-sm text-ink-faint sm:hidden">Since {day(one.createdAt)}</p>
            </Cell>
            <Cell className="hidden wrap-anywhere text-ink-soft md:table-cell">{one.reason}</Cell>
            <Cell className="hidden whitespace-nowrap text-ink-soft sm:table-cell">
              <time dateTime={one.createdAt} title={exactTime(one.createdAt)}>
                {day(one.createdAt)}
              </time>
            </Cell>
            {mayAllow && (
              <Cell className="text-right">
                <Button size="sm" aria-label={`Allow ${one.address} again`} onClick={() => setAsked(one)}>
                  Allow again
                </Button>
              </Cell>
            )}
          </Row>
        ))}
      </Table>
      {asked && <AllowDialog one={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

function AllowDialog({ one, onClose }: { one: Suppression; onClose: () => void }) {
  const client = useQueryClient();
  const allow = useMutation({
    mutationFn: () => suppressionsApi.allow(one),
    onSuccess: () => {
      toast.success(`${one.address} may be written to again.`);
      onClose();
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['suppressions'] }),
        client.invalidateQueries({ queryKey: ['consents'] }),
      ]),
  });
  return (
    <ConfirmDialog
      title={`Allow ${one.address} again?`}
      action="Allow again"
      busy={allow.isPending}
      error={allow.error}
      onConfirm={() => allow.mutate()}
      onClose={onClose}
    >
      Do it if you know that the address works after all. Messages to it are sent from now on, if consent
      allows them; if it bounces once more, it is blocked once more. What was not sent meanwhile stays unsent.
    </ConfirmDialog>
  );
}
