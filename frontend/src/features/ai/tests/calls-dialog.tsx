import { useState } from 'react';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { OutcomeBadge } from '@/features/ai/outcome-badge';
import { callName } from '@/features/ai/model/words';
import { Moment } from '@/components/status/moment';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody } from '@/components/ui/dialog';
import { Failure, Notice } from '@/components/ui/failure';
import { Filter } from '@/components/ui/filter-bar';
import { LoadMore } from '@/components/ui/load-more';
import { RowSkeletons } from '@/components/ui/skeleton';
import { aiQueries } from '@/lib/ai-queries';
import type { AiCallSummary, StoredPromptCase } from '@/lib/ai-types';
import { aiApi } from '@/lib/api/ai';

const PURPOSES = [
  { value: 'ai.generate', label: 'By workflows' },
  { value: 'prompt.try', label: 'Tried out here' },
] as const;
type Purpose = (typeof PURPOSES)[number]['value'];

interface CallsDialogProps {
  promptId: string;
  onMade: (test: StoredPromptCase) => Promise<void>;
  onClose: () => void;
}

/** The recent calls of a prompt, of each of which a test can be made. */
export function CallsDialog({ promptId, onMade, onClose }: CallsDialogProps) {
  const [purpose, setPurpose] = useState<Purpose>('ai.generate');
  const list = useInfiniteQuery(aiQueries.calls({ prompt: promptId, purpose }));
  const make = useMutation({
    mutationFn: (call: AiCallSummary) =>
      aiApi.addCaseFromCall(promptId, { callId: call.id, name: callName(call) }),
    onSuccess: onMade,
  });
  const calls = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="A test of a past call"
      description="It keeps what the log of calls keeps: tokens in place of personal data."
    >
      <DialogBody>
        <div className="flex flex-col gap-3">
          <Filter<Purpose> label="Calls" value={purpose} options={[...PURPOSES]} onChange={setPurpose} />
          {make.isError && <Notice error={make.error} />}
          {list.isPending ? (
            <RowSkeletons rows={4} />
          ) : list.isError && calls.length === 0 ? (
            <Failure error={list.error} onRetry={() => void list.refetch()} />
          ) : calls.length === 0 ? (
            <p className="py-8 text-center text-ink-faint">
              {purpose === 'ai.generate'
                ? 'No step has called this prompt yet.'
                : 'Nobody has tried this prompt out yet.'}
            </p>
          ) : (
            <ul className="flex flex-col divide-y rounded-md border">
              {calls.map((call) => (
                <li key={call.id} className="flex items-center gap-3 px-3 py-2">
                  <div className="min-w-0 flex-1">
                    <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                      <Moment at={call.startedAt} />
                      <OutcomeBadge call={call} />
                    </p>
                    <p className="truncate text-sm text-ink-faint">
                      {call.promptVersion === undefined ? 'A draft' : `Version ${call.promptVersion}`},{' '}
                      {call.provider}/{call.model}
                    </p>
                  </div>
                  <Button
                    size="sm"
                    busy={make.isPending && make.variables.id === call.id}
                    disabled={make.isPending}
                    aria-label={`Make a test of the ${callName(call).toLowerCase()}`}
                    onClick={() => make.mutate(call)}
                  >
                    Make a test
                  </Button>
                </li>
              ))}
            </ul>
          )}
          <LoadMore query={list} />
        </div>
      </DialogBody>
    </Dialog>
  );
}
