import { Pause } from 'lucide-react';
import { StatusBadge } from '@/components/status/status-badge';
import { Badge } from '@/components/ui/badge';
import type { ExecutionStatus } from '@/lib/api-types';

interface ExecutionStatusBadgesProps {
  status: ExecutionStatus;
  paused: boolean;
}

/** How far an execution is, and whether somebody holds it there. */
export function ExecutionStatusBadges({ status, paused }: ExecutionStatusBadgesProps) {
  return (
    <span className="inline-flex flex-wrap gap-1">
      <StatusBadge status={status} />
      {paused && (
        <Badge tone="paused">
          <Pause aria-hidden />
          Paused
        </Badge>
      )}
    </span>
  );
}
