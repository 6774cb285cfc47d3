import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { DiffLines } from '@/features/ai/diff-lines';
import { Moment } from '@/components/status/moment';
import { Select } from '@/components/ui/controls';
import { Failure } from '@/components/ui/failure';
import { Field } from '@/components/ui/field';
import { Card } from '@/components/ui/page';
import { RowSkeletons } from '@/components/ui/skeleton';
import { Cell, Row, Table } from '@/components/ui/table';
import { aiQueries } from '@/lib/ai-queries';
import type { DiffPart, Prompt } from '@/lib/ai-types';
import { inWords } from '@/lib/format/words';

const HEAD = [
  { label: 'Version' },
  { label: 'What has changed', className: 'w-[50%]' },
  { label: 'By' },
  { label: 'When' },
];

/** All versions of a prompt, and what is different between two of them. */
export function PromptVersions({ prompt }: { prompt: Prompt }) {
  const versions = useQuery(aiQueries.versions(prompt.id));
  const [from, setFrom] = useState(Math.max(prompt.version - 1, 1));
  const [to, setTo] = useState(prompt.version);
  if (versions.isPending) return <RowSkeletons rows={3} />;
  if (versions.isError) {
    return <Failure error={versions.error} onRetry={() => void versions.refetch()} />;
  }
  const numbers = versions.data.map(({ version }) => version);
  return (
    <div className="flex flex-col gap-5">
      <Card>
        <Table caption="Versions" head={HEAD}>
          {versions.data.map((version) => (
            <Row key={version.version}>
              <Cell className="tabular-nums">{version.version}</Cell>
              <Cell className="text-ink-soft">{version.note ?? '–'}</Cell>
              <Cell className="text-ink-soft">{version.createdBy}</Cell>
              <Cell className="whitespace-nowrap text-ink-soft">
                <Moment at={version.createdAt} />
              </Cell>
            </Row>
          ))}
        </Table>
      </Card>
      {numbers.length > 1 && (
        <>
          <div className="flex flex-wrap gap-4">
            <VersionSelect label="Compare version" value={from} numbers={numbers} onChange={setFrom} />
            <VersionSelect label="with version" value={to} numbers={numbers} onChange={setTo} />
          </div>
          <Difference id={prompt.id} from={from} to={to} />
        </>
      )}
    </div>
  );
}

interface VersionSelectProps {
  label: string;
  value: number;
  numbers: number[];
  onChange: (version: number) => void;
}

function VersionSelect({ label, value, numbers, onChange }: VersionSelectProps) {
  return (
    <Field label={label}>
      {(ids) => (
        <Select {...ids} value={value} onChange={(event) => onChange(Number(event.target.value))}>
          {numbers.map((number) => (
            <option key={number} value={number}>
              {number}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function Difference({ id, from, to }: { id: string; from: number; to: number }) {
  const diff = useQuery(aiQueries.diff(id, from, to));
  if (diff.isPending) return <RowSkeletons rows={3} />;
  if (diff.isError) return <Failure error={diff.error} onRetry={() => void diff.refetch()} />;
  if (diff.data.length === 0) return <p className="text-ink-faint">These versions say the same.</p>;
  return diff.data.map((part) => <Part key={part.name} part={part} />);
}

function Part({ part }: { part: DiffPart }) {
  return (
    <Card>
      <h3 className="border-b bg-sunken px-4 py-2 font-medium">{inWords(part.name)}</h3>
      <DiffLines label={`Changes of ${inWords(part.name)}`} lines={part.lines} />
    </Card>
  );
}
