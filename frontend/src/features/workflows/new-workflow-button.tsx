import { Plus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { useNewWorkflow } from '@/lib/use-new-workflow';

export function NewWorkflowButton() {
  const create = useNewWorkflow();
  return (
    <Button variant="primary" busy={create.isPending} onClick={() => create.mutate()}>
      <Plus aria-hidden />
      New workflow
    </Button>
  );
}
