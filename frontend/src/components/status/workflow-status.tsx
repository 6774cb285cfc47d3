import { Archive, CircleCheck, type LucideIcon, Pause, PencilLine } from 'lucide-react';
import { Badge, type Tone } from '@/components/ui/badge';
import type { WorkflowStatus, WorkflowSummary } from '@/lib/api-types';

type Publication = Pick<WorkflowSummary, 'status' | 'publishedVersion'>;

const LOOKS: Record<WorkflowStatus, { word: string; tone: Tone; icon: LucideIcon }> = {
  DRAFT: { word: 'Draft', tone: 'cancelled', icon: PencilLine },
  PUBLISHED: { word: 'Published', tone: 'completed', icon: CircleCheck },
  PAUSED: { word: 'Paused', tone: 'paused', icon: Pause },
  ARCHIVED: { word: 'Archived', tone: 'cancelled', icon: Archive },
};

export function WorkflowStatusBadge({ status, publishedVersion }: Publication) {
  const { word, tone, icon: Icon } = LOOKS[status];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {word}
      {publishedVersion ? ` v${publishedVersion}` : ''}
    </Badge>
  );
}
