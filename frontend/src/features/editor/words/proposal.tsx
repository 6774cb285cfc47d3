import { useMemo, type ReactNode } from 'react';
import { Check, Info, TriangleAlert, X } from 'lucide-react';
import { Link } from 'react-router';
import { Button } from '@/components/ui/button';
import { linkLook } from '@/components/ui/link-look';
import { differences, type Difference } from '@/features/editor/model/differences';
import type { Catalogue } from '@/features/editor/model/catalogue';
import type { Definition } from '@/features/editor/model/steps';
import { startInWords } from '@/features/editor/model/triggers';
import { viewOf } from '@/features/editor/model/view';
import { Explanation } from '@/features/editor/words/explanation';
import type { WordsDraft } from '@/lib/words-types';

interface ProposalProps {
  draft: WordsDraft;
  before: Definition;
  catalogue: Catalogue;
  /** What the workflow would be called; null where it keeps its name. */
  newName: string | null;
  onAccept: () => void;
  onDiscard: () => void;
}

/** What was proposed, what it changes, and what is to be known of it. */
export function Proposal({ draft, before, catalogue, newName, onAccept, onDiscard }: ProposalProps) {
  const found = differences(before, draft.definition);
  const view = useMemo(() => viewOf(draft.definition, catalogue), [draft.definition, catalogue]);
  return (
    <section aria-label="Proposal" className="flex flex-col gap-4">
      <div role="status">
        <h3 className="font-semibold wrap-anywhere">{draft.name}</h3>
      </div>
      {draft.notes.length > 0 && (
        <Remark
          icon={<Info className="mt-0.5 size-4 shrink-0" aria-hidden />}
          look="bg-running-soft text-running"
        >
          {draft.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
          {draft.basis === 'template' && (
            <p>
              <Link to="/ai/models" className="rounded-sm underline underline-offset-2">
                Which AI models there are
              </Link>
            </p>
          )}
        </Remark>
      )}
      {draft.problems.length > 0 && (
        <Remark
          icon={<TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />}
          look="bg-compensating-soft text-compensating"
        >
          {[...new Set(draft.problems.map(({ message }) => message))].map((message) => (
            <p key={message}>{message}</p>
          ))}
        </Remark>
      )}
      {draft.basis === 'model' ? (
        <p className="wrap-anywhere whitespace-pre-line text-ink-soft">{draft.explanation}</p>
      ) : (
        <>
          {draft.template && <p className="wrap-anywhere text-ink-soft">{draft.template.summary}</p>}
          <Explanation view={view} startWords={startInWords(draft.definition)} />
        </>
      )}
      {draft.parameters.length > 0 && (
        <dl aria-label="Taken from your words" className="flex flex-col gap-1 text-sm">
          {draft.parameters.map(({ name, title, value, words }) => (
            <div key={name} className="flex flex-wrap gap-x-1.5">
              <dt className="text-ink-faint">{title}</dt>
              <dd className="wrap-anywhere">
                {typeof value === 'string' ? value : JSON.stringify(value)}, from “{words}”
              </dd>
            </div>
          ))}
        </dl>
      )}
      {newName !== null && (
        <p className="wrap-anywhere text-ink-soft">The workflow would be called “{newName}”.</p>
      )}
      <Changes found={found} />
      {draft.alternatives.length > 0 && (
        <div className="text-sm">
          <h4 className="font-medium">Other templates that are near</h4>
          <ul className="mt-1 flex flex-col gap-1">
            {draft.alternatives.map(({ slug, name }) => (
              <li key={slug}>
                <Link to={`/templates/${slug}`} className={linkLook}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="sticky bottom-0 -mx-4 -mb-4 flex gap-2 border-t bg-surface px-4 py-3">
        <Button variant="primary" onClick={onAccept} disabled={found.length === 0}>
          <Check aria-hidden />
          Accept
        </Button>
        <Button onClick={onDiscard}>
          <X aria-hidden />
          Discard
        </Button>
      </div>
    </section>
  );
}

function Remark({ icon, look, children }: { icon: ReactNode; look: string; children: ReactNode }) {
  return (
    <div className={`flex gap-2 rounded-md px-3 py-2 text-sm ${look}`}>
      {icon}
      <div className="flex min-w-0 flex-col gap-1 wrap-anywhere">{children}</div>
    </div>
  );
}

const KIND: Record<Difference['kind'], { word: string; look: string }> = {
  added: { word: 'Added', look: 'text-completed' },
  removed: { word: 'Removed', look: 'text-failed' },
  changed: { word: 'Changed', look: 'text-compensating' },
};

function Changes({ found }: { found: Difference[] }) {
  return (
    <div>
      <h4 className="font-medium">What would change</h4>
      {found.length === 0 ? (
        <p className="mt-1 text-ink-faint">Nothing: your draft is like this already.</p>
      ) : (
        <ul className="mt-1 flex flex-col gap-1 text-sm">
          {found.map(({ kind, words, fields }) => (
            <li key={`${kind}${words}`} className="flex gap-2">
              <span className={`w-17 shrink-0 ${KIND[kind].look}`}>{KIND[kind].word}</span>
              <span className="min-w-0 wrap-anywhere">
                {words}
                {fields.length > 0 && <span className="text-ink-faint"> ({fields.join(', ')})</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
