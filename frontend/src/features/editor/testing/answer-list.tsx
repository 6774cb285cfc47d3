import { Pin as PinIcon } from 'lucide-react';
import { JsonControl } from '@/components/schema-form/json-control';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/controls';
import { handlesOf, type Pin, type Pins } from '@/features/editor/testing/model/draft-run';
import type { Answered } from '@/features/editor/testing/use-answers';
import { plural } from '@/lib/format/words';

interface AnswerListProps {
  asked: Answered[];
  answers: Pins;
  pins: Pins;
  onPin: (id: string, pin: Pin | null) => void;
}

/** What each step that others do is answered; a changed answer is pinned. */
export function AnswerList({ asked, answers, pins, onPin }: AnswerListProps) {
  if (asked.length === 0) return null;
  return (
    <details className="min-w-0">
      <summary className="rounded-sm text-sm font-medium text-ink-soft">
        Answers of {plural(asked.length, 'step')}
        {pins.size > 0 && `, ${pins.size} pinned`}
      </summary>
      <ul className="mt-2 flex flex-col gap-2">
        {asked.map(({ node, type }) => {
          const answer = answers.get(node.id) ?? { output: undefined, handle: null };
          const handles = handlesOf(node, type);
          const name = node.name ?? type?.title ?? node.id;
          return (
            <li key={node.id} className="flex min-w-0 flex-col gap-1.5 rounded-md border p-2">
              <div className="flex items-center gap-2">
                <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
                {pins.has(node.id) && (
                  <Button
                    variant="quiet"
                    size="sm"
                    aria-label={`Unpin the answer of ${name}`}
                    onClick={() => onPin(node.id, null)}
                  >
                    <PinIcon aria-hidden />
                    Unpin
                  </Button>
                )}
              </div>
              {handles.length > 1 && (
                <Select
                  aria-label={`The way on from ${name}`}
                  value={answer.handle ?? 'out'}
                  onChange={(event) =>
                    onPin(node.id, {
                      ...answer,
                      handle: event.target.value === 'out' ? null : event.target.value,
                    })
                  }
                >
                  {handles.map((handle) => (
                    <option key={handle}>{handle}</option>
                  ))}
                </Select>
              )}
              <JsonControl
                aria-label={`The output of ${name}`}
                rows={3}
                value={answer.output}
                onValue={(output) => onPin(node.id, { ...answer, output })}
              />
            </li>
          );
        })}
      </ul>
    </details>
  );
}
