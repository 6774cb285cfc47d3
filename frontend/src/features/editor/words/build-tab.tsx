import { useEffect, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useReactFlow } from '@xyflow/react';
import { Sparkles } from 'lucide-react';
import { Link } from 'react-router';
import { Button } from '@/components/ui/button';
import { Textarea } from '@/components/ui/controls';
import { Notice } from '@/components/ui/failure';
import { Field } from '@/components/ui/field';
import { linkLook } from '@/components/ui/link-look';
import { replace } from '@/features/editor/model/edits';
import { definitionOf, selected } from '@/features/editor/model/editor-state';
import { drawnLike, proposalMarks } from '@/features/editor/model/proposal';
import { viewOf } from '@/features/editor/model/view';
import { ghostsOf, NO_COMPARISON } from '@/features/editor/versions/comparison';
import { Proposal } from '@/features/editor/words/proposal';
import type { WordsPanelProps } from '@/features/editor/words/words-panel';
import { wordsApi } from '@/lib/api/words';

const LABEL = 'Build with words';
const LONGEST = 4000;
const EXAMPLES = [
  'When a lead comes in, answer by text message and have sales call within 15 minutes.',
  'Two days after a missed appointment, ask the customer for a new time.',
];
const FIT = { padding: 0.18, maxZoom: 1, duration: 160 };

/** A sentence becomes a proposal; the canvas shows it until it is taken or left. */
export function BuildTab({ draft, onProposal, onComparison }: WordsPanelProps) {
  const { state, run, update } = draft.editor;
  const flow = useReactFlow();
  const current = definitionOf(state);
  const isEmpty = current.nodes.length === 0;
  const [wish, setWish] = useState('');
  const wished = useMutation({
    mutationFn: () => wordsApi.draft(wish.trim(), current),
    onSuccess: ({ definition }) => {
      const proposed = replace(drawnLike(current, definition), LABEL).perform(state);
      update((now) => selected(now, []));
      onProposal({ ...selected(proposed, []), readOnly: true });
      const after = definitionOf(proposed);
      onComparison({
        marks: proposalMarks(current, after),
        ghosts: ghostsOf(viewOf(current, state.catalogue), viewOf(after, state.catalogue)),
      });
      showAll();
    },
  });

  useEffect(
    () => () => {
      onProposal(null);
      onComparison(NO_COMPARISON);
    },
    [onProposal, onComparison],
  );

  function showAll() {
    // The canvas draws what is new first.
    window.requestAnimationFrame(() => void flow.fitView(FIT));
  }

  function close() {
    wished.reset();
    onProposal(null);
    onComparison(NO_COMPARISON);
    showAll();
  }

  if (wished.data) {
    const { data } = wished;
    // Who changes a workflow has named it; what is built from nothing is named by what it does.
    const newName = isEmpty && data.name !== '' && data.name !== draft.name ? data.name : null;
    return (
      <Proposal
        draft={data}
        before={current}
        catalogue={state.catalogue}
        newName={newName}
        onAccept={() => {
          run(replace(drawnLike(current, data.definition), LABEL));
          if (newName !== null) draft.setName(newName);
          setWish('');
          close();
        }}
        onDiscard={close}
      />
    );
  }
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        wished.mutate();
      }}
    >
      <Field
        label={isEmpty ? 'What should happen?' : 'What should be different?'}
        hint="In your own words. You see what would change before anything does."
      >
        {(ids) => (
          <Textarea
            {...ids}
            className="min-h-32"
            maxLength={LONGEST}
            value={wish}
            onChange={(event) => setWish(event.target.value)}
          />
        )}
      </Field>
      {isEmpty && wish === '' && (
        <ul aria-label="Examples" className="flex flex-col gap-1.5">
          {EXAMPLES.map((example) => (
            <li key={example}>
              <button
                type="button"
                className="w-full rounded-md bg-sunken px-3 py-2 text-left text-sm text-ink-soft transition-colors hover:bg-hover hover:text-ink"
                onClick={() => setWish(example)}
              >
                {example}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button type="submit" variant="primary" busy={wished.isPending} disabled={wish.trim() === ''}>
          <Sparkles aria-hidden />
          {wished.isPending ? 'Thinking …' : 'Propose'}
        </Button>
      </div>
      {wished.isError && (
        <>
          <Notice error={wished.error} />
          <p className="text-sm text-ink-faint">
            Your words are still here: change them and propose again, or start from{' '}
            <Link to="/templates" className={linkLook}>
              a template
            </Link>
            .
          </p>
        </>
      )}
    </form>
  );
}
