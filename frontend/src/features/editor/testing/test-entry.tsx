import { useState } from 'react';
import { CircleCheck, CircleX, Trash2 } from 'lucide-react';
import { JsonControl } from '@/components/schema-form/json-control';
import { Button } from '@/components/ui/button';
import type { TestCase, TestResult, WorkflowTest } from '@/lib/building-types';
import { isObject, type JsonValue } from '@/lib/json';

interface TestEntryProps {
  test: WorkflowTest;
  /** Missing until it was run. */
  result: TestResult | undefined;
  onShow: (result: TestResult) => void;
  onReplace: (test: TestCase) => void;
  onRemove: () => void;
}

/** One test: whether it passes, what was otherwise, and what it expects, to be changed. */
export function TestEntry({ test, result, onShow, onReplace, onRemove }: TestEntryProps) {
  const { name } = test.test;
  const [expect, setExpect] = useState<JsonValue>(test.test.expect as JsonValue);
  const isChanged = JSON.stringify(expect) !== JSON.stringify(test.test.expect);
  return (
    <li className="flex min-w-0 flex-col gap-2 rounded-md border p-3">
      <div className="flex items-start gap-2">
        {result?.passed === true && (
          <CircleCheck className="mt-0.5 size-4 shrink-0 text-completed" aria-label="Passes" />
        )}
        {result?.passed === false && (
          <CircleX className="mt-0.5 size-4 shrink-0 text-failed" aria-label="Fails" />
        )}
        <span className="min-w-0 flex-1 font-medium wrap-anywhere">{name}</span>
        <Button variant="quiet" size="icon" aria-label={`Remove the test “${name}”`} onClick={onRemove}>
          <Trash2 aria-hidden />
        </Button>
      </div>
      {result && result.failures.length > 0 && (
        <ul className="flex flex-col gap-1 text-sm text-failed">
          {result.failures.map((failure) => (
            <li key={failure.pointer + failure.message} className="wrap-anywhere">
              <span className="font-mono text-xs">{failure.pointer.replace(/^\/expect\//, '')}</span>{' '}
              {failure.message}
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-1">
        {result && (
          <Button size="sm" onClick={() => onShow(result)}>
            Show on the canvas
          </Button>
        )}
      </div>
      <details>
        <summary className="rounded-sm text-sm font-medium text-ink-soft">What it expects</summary>
        <div className="mt-2 flex flex-col gap-2">
          <JsonControl aria-label={`What “${name}” expects`} rows={8} value={expect} onValue={setExpect} />
          <Button
            size="sm"
            className="self-start"
            disabled={!isChanged || !isObject(expect)}
            onClick={() => onReplace({ ...test.test, expect: expect as TestCase['expect'] })}
          >
            Save what it expects
          </Button>
        </div>
      </details>
    </li>
  );
}
