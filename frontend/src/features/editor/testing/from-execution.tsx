import { useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/controls';
import { Notice } from '@/components/ui/failure';
import { Field } from '@/components/ui/field';
import { api } from '@/lib/api';
import { building } from '@/lib/api/building';
import { exactTime } from '@/lib/format/time';
import { inWords } from '@/lib/format/words';

const ENDED = new Set(['COMPLETED', 'FAILED', 'CANCELLED']);

/** Makes a test of what a past execution did: the same answers, the same end. */
export function FromExecution({ workflowId, onMade }: { workflowId: string; onMade: () => void }) {
  const [chosen, setChosen] = useState('');
  const { data } = useQuery({
    queryKey: ['executions', 'samples', workflowId],
    queryFn: async () => (await api.executions({ workflowId, limit: 20 })).items,
  });
  const make = useMutation({
    mutationFn: () => building.testOfExecution(workflowId, chosen),
    onSuccess: () => {
      setChosen('');
      onMade();
    },
  });
  const ended = data?.filter(({ status }) => ENDED.has(status)) ?? [];
  if (data && ended.length === 0)
    return <p className="text-sm text-ink-faint">No execution has ended yet that a test could be made of.</p>;
  return (
    <div className="flex min-w-0 flex-col gap-2 border-t pt-3">
      <Field label="Make a test of an execution">
        {(ids) => (
          <Select {...ids} value={chosen} onChange={(event) => setChosen(event.target.value)}>
            <option value="">Choose…</option>
            {ended.map((execution) => (
              <option key={execution.id} value={execution.id}>
                {exactTime(execution.startedAt)}, {inWords(execution.status).toLowerCase()}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Button
        className="self-start"
        disabled={chosen === ''}
        busy={make.isPending}
        onClick={() => make.mutate()}
      >
        <Plus aria-hidden />
        Make the test
      </Button>
      {make.isError && <Notice error={make.error} />}
    </div>
  );
}
