import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { ExpressionPreview } from '@/components/expression/expression-preview';
import { check, type Finding } from '@/components/expression/model/check';
import type { Mode } from '@/components/expression/model/complete';
import type { ScopeEntry } from '@/components/expression/model/scope-tree';
import { asTemplate, bareText, hasExpression, onlyExpression } from '@/components/expression/model/template';
import { ScopePicker } from '@/components/expression/scope-picker';
import { useEvaluated, type Preview } from '@/components/expression/use-evaluated';
import { Input, Textarea } from '@/components/ui/controls';
import type { ControlIds } from '@/components/ui/field';

const CodeEditor = lazy(() => import('@/components/expression/code-editor'));

export interface ExpressionControlProps {
  ids: ControlIds;
  label: string;
  value: string;
  /** A field for one expression hides its braces; in one for text they are typed. */
  mode: Mode;
  multiline?: boolean;
  placeholder?: string | null;
  readOnly?: boolean;
  scope: readonly ScopeEntry[];
  onValue: (value: string | undefined) => void;
  onBlur?: () => void;
}

/** A field whose text may hold expressions: completion, hints, problems and a preview while one types. */
export function ExpressionControl(props: ExpressionControlProps) {
  const { ids, label, value, multiline = false, placeholder = null, readOnly = false, scope } = props;
  const bare = props.mode === 'expression' ? bareText(value) : null;
  const mode = bare === null ? 'template' : 'expression';
  const text = bare ?? value;
  const isTall = multiline || mode === 'expression';
  const [focused, setFocused] = useState(false);
  const insert = useRef<((path: string) => void) | null>(null);
  const preview = useEvaluated(value, scope, focused || hasExpression(value));
  const findings = useMemo(
    () => [...check(text, mode, scope), ...fromServer(preview, value, text)],
    [text, mode, scope, preview, value],
  );
  const hint =
    placeholder !== null && mode === 'expression'
      ? (onlyExpression(placeholder) ?? placeholder)
      : placeholder;

  function change(next: string) {
    const written = mode === 'expression' ? asTemplate(next) : next === '' ? undefined : next;
    if (written !== (value === '' ? undefined : value)) props.onValue(written);
  }

  return (
    <div className="flex min-w-0 flex-col gap-1" onFocus={() => setFocused(true)}>
      <Suspense
        fallback={
          isTall ? (
            <Textarea aria-label={label} readOnly value={text} className="font-mono" />
          ) : (
            <Input aria-label={label} readOnly value={text} className="font-mono" />
          )
        }
      >
        <CodeEditor
          ids={ids}
          label={label}
          text={text}
          mode={mode}
          multiline={isTall}
          hint={hint}
          readOnly={readOnly}
          scope={scope}
          findings={findings}
          onText={change}
          onBlur={() => props.onBlur?.()}
          onReady={(how) => (insert.current = how)}
        />
      </Suspense>
      {!readOnly && (
        <div className="flex flex-wrap items-center gap-1">
          <ScopePicker label={label} scope={scope} onPick={(path) => insert.current?.(path)} />
          {props.mode === 'expression' && mode === 'template' && (
            <span className="text-xs text-ink-faint">A text, with expressions in {'{{ }}'}</span>
          )}
        </div>
      )}
      <ExpressionPreview preview={preview} />
    </div>
  );
}

/** The server counts in the whole value; the field may show only what is between the braces. */
function fromServer(preview: Preview | null, value: string, text: string): Finding[] {
  const problem = preview?.problem;
  if (!problem) return [];
  const shift = Math.max(value.indexOf(text), 0);
  const at = (problem.position ?? value.length) - shift;
  const to = Math.max(0, Math.min(at, text.length));
  return [{ from: Math.max(0, to - 1), to, severity: 'error', message: problem.message }];
}
