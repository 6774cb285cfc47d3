import { QUALITIES } from '@/features/leads/model/words';
import { Badge } from '@/components/ui/badge';
import type { LeadQuality } from '@/lib/api-types';

export function QualityBadge({ quality }: { quality: LeadQuality }) {
  const known = QUALITIES.find((one) => one.value === quality);
  return <Badge tone={known?.tone ?? 'cancelled'}>{known?.label ?? quality}</Badge>;
}
