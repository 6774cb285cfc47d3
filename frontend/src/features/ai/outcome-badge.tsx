import { Check, CircleAlert, TriangleAlert } from 'lucide-react';
import { outcomeInWords } from '@/features/ai/model/words';
import { Badge } from '@/components/ui/badge';
import type { AiCallSummary } from '@/lib/ai-types';

/** What came of a call; a degraded one was answered by another model than was asked first. */
export function OutcomeBadge({ call }: { call: AiCallSummary }) {
  const isGood = call.outcome === 'answered' || call.outcome === 'cached';
  if (!isGood) {
    return (
      <Badge tone="failed">
        <CircleAlert aria-hidden />
        {outcomeInWords(call.outcome)}
      </Badge>
    );
  }
  return call.degraded ? (
    <Badge tone="compensating">
      <TriangleAlert aria-hidden />
      By another model
    </Badge>
  ) : (
    <Badge tone="completed">
      <Check aria-hidden />
      {outcomeInWords(call.outcome)}
    </Badge>
  );
}
