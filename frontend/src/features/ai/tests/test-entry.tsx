import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { CircleCheck, CircleDashed, CircleX, Pencil, Trash2 } from 'lucide-react';
import { expectationsInWords, placeInWords } from '@/features/ai/model/test-draft';
import { TestAnswer } from '@/features/ai/tests/test-answer';
import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { Badge, Tag } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import type { PromptCaseResult, StoredPromptCase } from '@/lib/ai-types';
import { aiApi } from '@/lib/api/ai';

interface TestEntryProps {
  promptId: string;
  stored: StoredPromptCase;
  /** Of the last run; missing if the test is newer. */
  result: PromptCaseResult | undefined;
  wasRun: boolean;
  /** Missing for who may only look. */
  onEdit?: () => void;
  onRemoved: () => void;
}

/** One test: whether it passed, how the answer differs, and what goes in. */
export function TestEntry({ promptId, stored, result, wasRun, onEdit, onRemoved }: TestEntryProps) {
  const { test } = stored;
  const expected = expectationsInWords(test);
  return (
    <li className="overflow-hidden rounded-lg border bg-surface">
      <div className="flex items-center gap-3 px-4 py-2.5">
        <h3 className="min-w-0 flex-1 font-medium wrap-anywhere">{test.name}</h3>
        <Verdict result={result} wasRun={wasRun} />
        {onEdit && (
          <span className="-mr-2 flex">
            <Button variant="quiet" size="icon" aria-label={`Edit “${test.name}”`} onClick={onEdit}>
              <Pencil aria-hidden />
            </Button>
            <Removal promptId={promptId} stored={stored} onRemoved={onRemoved} />
          </span>
        )}
      </div>
      <div className="flex flex-col gap-3 border-t px-4 py-3">
        {result && result.failures.length > 0 && (
          <ul className="flex flex-col gap-1 text-failed" aria-label={`Why “${test.name}” failed`}>
            {result.failures.map((failure) => (
              <li key={failure.pointer + failure.message} className="wrap-anywhere">
                {placeInWords(failure.pointer) !== '' && (
                  <span className="font-medium">{placeInWords(failure.pointer)}: </span>
                )}
                {failure.message}
              </li>
            ))}
          </ul>
        )}
        <ul className="flex flex-wrap gap-1.5" aria-label="What is expected">
          {expected.length === 0 ? (
            <li className="text-sm text-ink-faint">
              Nothing is expected yet: any answer passes.{' '}
              {onEdit && 'Edit the test to say what must be in it.'}
            </li>
          ) : (
            expected.map((sentence) => (
              <li
                key={sentence}
                className="max-w-full rounded-sm border px-1.5 py-0.5 text-sm wrap-anywhere text-ink-soft"
              >
                {sentence}
              </li>
            ))
          )}
        </ul>
        <TestAnswer test={test} result={result} />
      </div>
    </li>
  );
}

function Verdict({ result, wasRun }: { result: PromptCaseResult | undefined; wasRun: boolean }) {
  if (result === undefined) {
    return (
      <Tag>
        <CircleDashed className="mr-1 size-3.5" aria-hidden />
        {wasRun ? 'Changed since' : 'Not run yet'}
      </Tag>
    );
  }
  return result.passed ? (
    <Badge tone="completed">
      <CircleCheck aria-hidden />
      Passed
    </Badge>
  ) : (
    <Badge tone="failed">
      <CircleX aria-hidden />
      Failed
    </Badge>
  );
}

type RemovalProps = Pick<TestEntryProps, 'promptId' | 'stored' | 'onRemoved'>;

function Removal({ promptId, stored, onRemoved }: RemovalProps) {
  const [asks, setAsks] = useState(false);
  const remove = useMutation({
    mutationFn: () => aiApi.removeCase(promptId, stored.id),
    onSuccess: onRemoved,
  });
  return (
    <>
      <Button
        variant="quiet"
        size="icon"
        aria-label={`Remove “${stored.test.name}”`}
        onClick={() => setAsks(true)}
      >
        <Trash2 aria-hidden />
      </Button>
      {asks && (
        <ConfirmDialog
          title={`Remove “${stored.test.name}”?`}
          action="Remove test"
          busy={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate()}
          onClose={() => setAsks(false)}
        >
          Nobody can bring it back. The prompt stays as it is.
        </ConfirmDialog>
      )}
    </>
  );
}
