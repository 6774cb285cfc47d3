import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Play } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { aiQueries } from '@/lib/ai-queries';
import type { Prompt } from '@/lib/ai-types';

interface RunBarProps {
  prompt: Prompt;
  busy: boolean;
  onRun: (what: { version: number; model?: string }) => void;
}

/** Chooses what the tests are run against. */
export function RunBar({ prompt, busy, onRun }: RunBarProps) {
  const [version, setVersion] = useState(prompt.version);
  const [model, setModel] = useState('');
  const models = useQuery(aiQueries.models());
  const versions = Array.from({ length: prompt.version }, (_, index) => prompt.version - index);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-end gap-3">
        <Field label="Version">
          {(ids) => (
            <Select {...ids} value={version} onChange={(event) => setVersion(Number(event.target.value))}>
              {versions.map((number) => (
                <option key={number} value={number}>
                  {number === prompt.version ? `${number} (newest)` : number}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <div className="min-w-0 basis-64">
          <Field label="Model">
            {(ids) => (
              <Select {...ids} value={model} onChange={(event) => setModel(event.target.value)}>
                <option value="">The prompt’s own</option>
                {models.data?.map(({ id }) => (
                  <option key={id} value={id}>
                    {id}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <Button
          variant="primary"
          className="h-9"
          busy={busy}
          onClick={() => onRun({ version, model: model === '' ? undefined : model })}
        >
          <Play aria-hidden />
          {busy ? 'Running…' : 'Run all tests'}
        </Button>
      </div>
      <p className="text-sm text-ink-faint">
        Each test asks the model once. That is paid and counts towards the budgets.
      </p>
    </div>
  );
}
