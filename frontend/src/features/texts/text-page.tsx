import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useNavigate, useParams } from 'react-router';
import { toast } from 'sonner';
import { TextForm } from '@/features/texts/text-form';
import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { Tag } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Failure } from '@/components/ui/failure';
import { Card, Page } from '@/components/ui/page';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { textQueries, textsApi, type StoredText } from '@/lib/api/texts';
import { may } from '@/lib/roles';
import { useUser } from '@/lib/use-session';

const PARENT = { to: '/outbox/texts', label: 'Stored texts' };
const NEW = 'new';

export function Component() {
  const { name = NEW } = useParams();
  if (name !== NEW) return <Stored key={name} name={name} />;
  return (
    <Page title="New text" parent={PARENT}>
      <TextForm stored={null} />
    </Page>
  );
}

function Stored({ name }: { name: string }) {
  const text = useQuery(textQueries.one(name));
  const canBuild = may(useUser(), 'build');
  if (text.isPending) {
    return (
      <Page title={name} parent={PARENT}>
        <Loading label="Loading the text">
          <Skeleton className="h-80 w-full rounded-lg" />
        </Loading>
      </Page>
    );
  }
  if (text.isError) {
    return (
      <Page title={name} parent={PARENT}>
        <Card>
          <Failure error={text.error} onRetry={() => void text.refetch()} />
        </Card>
      </Page>
    );
  }
  return (
    <Page
      title={name}
      parent={PARENT}
      actions={
        <>
          <Tag>Version {text.data.version}</Tag>
          {canBuild && <Remove text={text.data} />}
        </>
      }
    >
      <TextForm stored={text.data} />
    </Page>
  );
}

function Remove({ text }: { text: StoredText }) {
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => textsApi.remove(text.name),
    onSuccess: async () => {
      toast.success(`${text.name} is deleted.`);
      await navigate(PARENT.to);
      client.removeQueries({ queryKey: ['text', text.name] });
      await client.invalidateQueries({ queryKey: ['texts'] });
    },
  });
  return (
    <>
      <Button onClick={() => setAsking(true)}>
        <Trash2 aria-hidden />
        Delete
      </Button>
      {asking && (
        <ConfirmDialog
          title={`Delete ${text.name}?`}
          action="Delete the text"
          busy={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate()}
          onClose={() => setAsking(false)}
        >
          Steps that send it by its name fail from then on. The audit log keeps what it said.
        </ConfirmDialog>
      )}
    </>
  );
}
