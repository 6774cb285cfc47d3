import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { chooseSample, useChosenSample } from '@/features/editor/inspector/use-sample';
import { api } from '@/lib/api';
import { inWords } from '@/lib/format/words';
import { exactTime } from '@/lib/format/time';

/** Whose data previews show: made up by the schemas, or what a past execution really had. */
export function SampleChooser() {
  const { workflowId, id } = useParams();
  const workflow = workflowId ?? id ?? '';
  const chosen = useChosenSample();
  const { data } = useQuery({
    queryKey: ['executions', 'samples', workflow],
    queryFn: async () => (await api.executions({ workflowId: workflow, limit: 20 })).items,
    enabled: workflow !== '',
  });
  return (
    <Field label="Preview with" hint="The data that previews and “Insert data” show.">
      {(ids) => (
        <Select
          {...ids}
          value={chosen ?? ''}
          onChange={(event) => chooseSample(event.target.value === '' ? null : event.target.value)}
        >
          <option value="">Sample data</option>
          {chosen !== null && !data?.some((one) => one.id === chosen) && (
            <option value={chosen}>A chosen execution</option>
          )}
          {data?.map((execution) => (
            <option key={execution.id} value={execution.id}>
              {exactTime(execution.startedAt)}, {inWords(execution.status).toLowerCase()}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
