import type { Mode } from '@/components/expression/model/complete';
import { findEntry, type ScopeEntry } from '@/components/expression/model/scope-tree';
import { partsOfTemplate } from '@/components/expression/model/template';

export interface Finding {
  from: number;
  to: number;
  severity: 'error' | 'warning';
  message: string;
}

const STEP = /\bsteps\.(?:`([^`]+)`|([A-Za-z_]\w*))/g;

/** What can be told without the server: braces that do not end, and steps that are not before this one. */
export function check(text: string, mode: Mode, scope: readonly ScopeEntry[]): Finding[] {
  const parts = mode === 'expression' ? [whole(text)] : partsOfTemplate(text);
  return parts
    .filter((part) => part.kind === 'expression')
    .flatMap((part) => [
      ...(part.closed
        ? []
        : [
            {
              from: Math.max(part.from - 2, 0),
              to: part.to,
              severity: 'error' as const,
              message: 'Expected “}}” after the expression, but the text ends.',
            },
          ]),
      ...unknownSteps(text, part.from, part.to, scope),
    ]);
}

function whole(text: string) {
  return { kind: 'expression' as const, from: 0, to: text.length, closed: true };
}

function unknownSteps(text: string, from: number, to: number, scope: readonly ScopeEntry[]): Finding[] {
  const expression = text
    .slice(from, to)
    .replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, (quoted) => ' '.repeat(quoted.length));
  return [...expression.matchAll(STEP)].flatMap((match) => {
    const id = match[1] ?? match[2] ?? '';
    if (findEntry(scope, ['steps', id])) return [];
    const at = from + match.index;
    const message = `Expected a step that comes before this one, but “${id}” does not.`;
    return [{ from: at, to: at + match[0].length, severity: 'error' as const, message }];
  });
}
