import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FlaskConical } from 'lucide-react';
import { useNavigate } from 'react-router';
import { toast } from 'sonner';
import { callName } from '@/features/ai/model/words';
import { Button } from '@/components/ui/button';
import { aiQueries } from '@/lib/ai-queries';
import type { AiCallSummary } from '@/lib/ai-types';
import { aiApi } from '@/lib/api/ai';
import { messageOf } from '@/lib/http/problem';

/** Makes a test of a call for the prompt that it was made by, and goes there to say what is expected. */
export function TestOfCall({ call, promptId }: { call: AiCallSummary; promptId: string }) {
  const navigate = useNavigate();
  const cache = useQueryClient();
  const make = useMutation({
    mutationFn: () => aiApi.addCaseFromCall(promptId, { callId: call.id, name: callName(call) }),
    onSuccess: async (made) => {
      await cache.invalidateQueries(aiQueries.cases(promptId));
      await navigate(`/ai/prompts/${promptId}?part=tests&test=${made.id}`);
    },
    onError: (error) => toast.error(messageOf(error)),
  });
  return (
    <Button busy={make.isPending} onClick={() => make.mutate()}>
      <FlaskConical aria-hidden />
      Make a test of this
    </Button>
  );
}
