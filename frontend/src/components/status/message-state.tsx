import {
  Ban,
  CircleCheck,
  CircleX,
  Clock,
  Inbox,
  LoaderCircle,
  Send,
  ShieldX,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import { Badge, type Tone } from '@/components/ui/badge';
import type { MessageState as State } from '@/lib/api-types';
import { STATES } from '@/lib/format/messages';

const LOOK: Record<State, { tone: Tone; icon: LucideIcon }> = {
  DEFERRED: { tone: 'waiting', icon: Clock },
  REFUSED: { tone: 'cancelled', icon: ShieldX },
  SENDING: { tone: 'running', icon: LoaderCircle },
  OUTBOX: { tone: 'accent', icon: Inbox },
  SENT: { tone: 'completed', icon: Send },
  DELIVERED: { tone: 'completed', icon: CircleCheck },
  FAILED: { tone: 'failed', icon: CircleX },
  BOUNCED: { tone: 'failed', icon: Undo2 },
  CANCELLED: { tone: 'cancelled', icon: Ban },
};

export function MessageState({ state }: { state: State }) {
  const { tone, icon: Icon } = LOOK[state];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {STATES[state].word}
    </Badge>
  );
}
