import type { ReactNode } from 'react';
import { DiffLines } from '@/features/ai/diff-lines';
import { dollars } from '@/features/ai/model/words';
import type { PromptCase, PromptCaseResult } from '@/lib/ai-types';
import { cx } from '@/lib/cx';
import { duration } from '@/lib/format/time';

interface TestAnswerProps {
  test: PromptCase;
  result: PromptCaseResult | undefined;
}

/** What was sent and what came back: next to the earlier answer, or line by line where it must be one text exactly. */
export function TestAnswer({ test, result }: TestAnswerProps) {
  const answer = result?.outcome.text;
  return (
    <details open={result?.passed === false && answer !== undefined}>
      <summary className="w-fit rounded-sm text-sm font-medium text-ink-soft">
        {answer === undefined ? 'What goes in' : 'What goes in and what came back'}
        {result && answer !== undefined && (
          <span className="ml-2 font-normal text-ink-faint tabular-nums">
            {duration(result.outcome.latencyMs)} · {dollars(result.outcome.usage?.cost)}
          </span>
        )}
      </summary>
      <div className="mt-3 flex flex-col gap-3">
        {result && result.difference.length > 0 && (
          <Part title="From what it must be to what it is">
            <DiffLines label={`Differences of “${test.name}”`} lines={result.difference} />
          </Part>
        )}
        {(answer !== undefined || test.earlier !== undefined) && (
          <div
            className={cx(
              'grid gap-3',
              test.earlier !== undefined && answer !== undefined && 'md:grid-cols-2',
            )}
          >
            {test.earlier !== undefined && <Text title="The earlier answer" text={test.earlier} />}
            {answer !== undefined && <Text title="The answer now" text={answer} />}
          </div>
        )}
        <Text title="Values" text={JSON.stringify(test.variables, null, 2)} isCode />
        {test.beside?.map((message, index) => (
          <Text
            key={index}
            title={message.role === 'DATA' ? 'Data of the step' : 'Instructions of the step'}
            text={message.text}
          />
        ))}
      </div>
    </details>
  );
}

function Text({ title, text, isCode = false }: { title: string; text: string; isCode?: boolean }) {
  return (
    <Part title={title}>
      <p className={cx('px-4 py-2.5 wrap-anywhere whitespace-pre-wrap', isCode && 'font-mono text-sm')}>
        {text}
      </p>
    </Part>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="min-w-0 overflow-hidden rounded-md border">
      <h4 className="border-b bg-sunken px-4 py-1.5 text-sm font-medium">{title}</h4>
      {children}
    </section>
  );
}
