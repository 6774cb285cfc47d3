import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleX,
  Clock,
  LoaderCircle,
  RotateCw,
  SkipForward,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import { Badge, type Tone } from '@/components/ui/badge';
import type { ExecutionStatus, StepStatus } from '@/lib/api-types';
import { cx } from '@/lib/cx';

export type AnyStatus = ExecutionStatus | StepStatus | 'NOT_REACHED';

interface Look {
  word: string;
  tone: Tone;
  icon: LucideIcon;
  moves?: boolean;
}

/** One word, one icon and one colour for each status, wherever it is shown. */
export const STATUS: Record<AnyStatus, Look> = {
  PENDING: { word: 'Pending', tone: 'cancelled', icon: CircleDashed },
  RUNNING: { word: 'Running', tone: 'running', icon: LoaderCircle, moves: true },
  WAITING: { word: 'Waiting', tone: 'waiting', icon: Clock },
  RETRYING: { word: 'Will retry', tone: 'waiting', icon: RotateCw },
  COMPENSATING: { word: 'Compensating', tone: 'compensating', icon: Undo2 },
  COMPLETED: { word: 'Completed', tone: 'completed', icon: CircleCheck },
  FAILED: { word: 'Failed', tone: 'failed', icon: CircleX },
  CANCELLED: { word: 'Cancelled', tone: 'cancelled', icon: Ban },
  SKIPPED: { word: 'Skipped', tone: 'cancelled', icon: SkipForward },
  NOT_REACHED: { word: 'Not reached', tone: 'cancelled', icon: CircleDashed },
};

export function StatusBadge({ status, className }: { status: AnyStatus; className?: string }) {
  const { word, tone, icon: Icon, moves } = STATUS[status];
  return (
    <Badge tone={tone} className={className}>
      <Icon className={cx(moves && 'animate-turn')} aria-hidden />
      {word}
    </Badge>
  );
}
