import { CircleCheck, PencilLine } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import type { WorkflowSummary } from '@/lib/api-types';

type Publication = Pick<WorkflowSummary, 'status' | 'publishedVersion'>;

export function WorkflowStatusBadge({ status, publishedVersion }: Publication) {
  if (status === 'PUBLISHED') {
    return (
      <Badge tone="completed">
        <CircleCheck aria-hidden />
        Published{publishedVersion ? ` v${publishedVersion}` : ''}
      </Badge>
    );
  }
  return (
    <Badge tone="cancelled">
      <PencilLine aria-hidden />
      Draft
    </Badge>
  );
}
