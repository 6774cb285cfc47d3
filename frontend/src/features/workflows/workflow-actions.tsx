import { useState } from 'react';
import { PencilLine, Play, Rocket } from 'lucide-react';
import { Link } from 'react-router';
import { PublishDialog } from '@/components/publish/publish-dialog';
import { RunDialog } from '@/features/workflows/run-dialog';
import { Button } from '@/components/ui/button';
import type { Workflow } from '@/lib/api-types';
import { may } from '@/lib/roles';
import { useUser } from '@/lib/use-session';

type Open = 'run' | 'publish' | null;

export function WorkflowActions({ workflow }: { workflow: Workflow }) {
  const [open, setOpen] = useState<Open>(null);
  const user = useUser();
  const version = workflow.publishedVersion ?? null;
  const isDraft = workflow.status === 'DRAFT';

  return (
    <>
      <Button asChild variant="quiet">
        <Link to={`/executions?workflowId=${workflow.id}`}>Executions</Link>
      </Button>
      {may(user, 'build') && (
        <Button asChild>
          <Link to={`/workflows/${workflow.id}/edit`}>
            <PencilLine aria-hidden />
            Edit
          </Link>
        </Button>
      )}
      {isDraft && may(user, 'build') && (
        <Button variant={version === null ? 'primary' : 'secondary'} onClick={() => setOpen('publish')}>
          <Rocket aria-hidden />
          Publish
        </Button>
      )}
      {version !== null && may(user, 'operate') && (
        <Button variant="primary" onClick={() => setOpen('run')}>
          <Play aria-hidden />
          Run
        </Button>
      )}
      {open === 'publish' && <PublishDialog workflow={workflow} onClose={() => setOpen(null)} />}
      {open === 'run' && version !== null && (
        <RunDialog workflow={workflow} version={version} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
