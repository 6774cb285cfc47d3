import { Check, X } from 'lucide-react';
import type { Decision } from '@/features/executions/model/decision';
import { inWords } from '@/lib/format/words';
import type { JsonValue } from '@/lib/json';

/** Why a branch was taken: each condition, what it came to, and the values that it is made of. */
export function DecisionView({ decisions }: { decisions: Decision[] }) {
  if (decisions.length === 0) return null;
  return (
    <section aria-label="Why this way" className="rounded-md border bg-sunken">
      <h3 className="flex h-8 items-center border-b px-3 text-sm font-medium text-ink-soft">Why this way</h3>
      <ul className="flex flex-col gap-2 px-3 py-2">
        {decisions.map((decision, index) => (
          <li key={index} className="flex gap-2">
            <Mark holds={decision.holds} />
            <div className="min-w-0 flex-1">
              <p className="wrap-anywhere">
                {decision.handle !== null && <b className="font-medium">{inWords(decision.handle)}: </b>}
                <code className="font-mono text-xs">{decision.expression}</code>{' '}
                <span className="text-ink-soft">{outcome(decision)}</span>
              </p>
              {decision.parts.length > 0 && (
                <dl className="mt-0.5 flex flex-wrap gap-x-4 text-sm">
                  {decision.parts.map(({ path, value }) => (
                    <div key={path} className="flex min-w-0 gap-1.5 font-mono text-xs">
                      <dt className="text-ink-faint">{path}</dt>
                      <dd className="wrap-anywhere text-ink-soft">= {shown(value)}</dd>
                    </div>
                  ))}
                </dl>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Mark({ holds }: { holds: boolean | null }) {
  if (holds === null) return <span className="size-4 shrink-0" />;
  const Icon = holds ? Check : X;
  return (
    <Icon
      className={holds ? 'mt-0.5 size-4 shrink-0 text-completed' : 'mt-0.5 size-4 shrink-0 text-ink-faint'}
      aria-hidden
    />
  );
}

function outcome({ value, holds }: Decision): string {
  if (value !== undefined && typeof value !== 'boolean') return `was ${shown(value)}.`;
  const truth = typeof value === 'boolean' ? value : holds;
  if (truth === null) return '';
  return truth ? 'was true.' : 'was not true.';
}

const LONGEST = 200;

function shown(value: JsonValue): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
