import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { DocumentView } from '@/features/leads/document-view';
import { addressesOf } from '@/features/leads/model/addresses';
import { QUALITIES, channelInWords, titleOf } from '@/features/leads/model/words';
import { QualityBadge } from '@/features/leads/quality-badge';
import { ReplayButton } from '@/features/leads/replay-button';
import { JsonTree } from '@/components/json/json-tree';
import { Moment } from '@/components/status/moment';
import { Failure } from '@/components/ui/failure';
import { Card, Page } from '@/components/ui/page';
import { RowSkeletons } from '@/components/ui/skeleton';
import type { LeadDetail, LeadRemark } from '@/lib/api-types';
import { consentsHref } from '@/lib/api/consents';
import { queries } from '@/lib/queries';
import { may } from '@/lib/roles';
import { useUser } from '@/lib/use-session';

const PARENT = { to: '/leads', label: 'Leads received' };

export function Component() {
  const { id = '' } = useParams();
  const lead = useQuery(queries.lead(id));
  const operates = may(useUser(), 'operate');
  if (lead.data) {
    const { summary } = lead.data;
    return (
      <Page
        title={titleOf(summary)}
        parent={PARENT}
        about={
          <>
            <p className="flex flex-wrap items-center gap-2">
              <QualityBadge quality={summary.quality} />
              {channelInWords(summary.channel)} · <Moment at={summary.receivedAt} />
            </p>
            <ConsentLinks detail={lead.data} />
          </>
        }
        actions={operates && lead.data.lead !== undefined ? <ReplayButton id={id} /> : undefined}
      >
        <HowItWasRead detail={lead.data} />
        {lead.data.lead !== undefined && <JsonTree label="What was read" value={lead.data.lead} />}
        <DocumentView id={id} detail={lead.data} />
      </Page>
    );
  }
  return (
    <Page title="Lead" parent={PARENT}>
      <Card>
        {lead.isError ? (
          <Failure error={lead.error} onRetry={() => void lead.refetch()} />
        ) : (
          <RowSkeletons rows={6} />
        )}
      </Card>
    </Page>
  );
}

function ConsentLinks({ detail }: { detail: LeadDetail }) {
  const addresses = addressesOf(detail.lead);
  if (addresses.length === 0) return null;
  return (
    <ul aria-label="Consents" className="mt-1 flex flex-wrap gap-x-3">
      {addresses.map((who) => (
        <li key={who.address ?? who.personId}>
          <Link
            to={consentsHref(who)}
            className="rounded-sm wrap-anywhere text-accent-ink underline-offset-2 hover:underline"
          >
            Consents of {who.address ?? `person ${who.personId ?? ''}`}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function HowItWasRead({ detail }: { detail: LeadDetail }) {
  const means = QUALITIES.find((one) => one.value === detail.summary.quality)?.means;
  return (
    <Card className="flex flex-col gap-3 p-4">
      <h2 className="font-semibold">How it was read</h2>
      <p>{detail.summary.because ?? means}</p>
      <Remarks title="Repaired" remarks={detail.repairs} />
      <Remarks title="To be noticed" remarks={detail.notes} />
    </Card>
  );
}

function Remarks({ title, remarks }: { title: string; remarks: LeadRemark[] }) {
  if (remarks.length === 0) return null;
  return (
    <div>
      <h3 className="text-sm font-medium text-ink-soft">{title}</h3>
      <ul className="list-disc pl-5">
        {remarks.map((remark) => (
          <li key={remark.code}>{remark.message}</li>
        ))}
      </ul>
    </div>
  );
}
