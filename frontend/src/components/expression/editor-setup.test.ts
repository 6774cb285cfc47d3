import { currentCompletions, startCompletion } from '@codemirror/autocomplete';
import { EditorView } from '@codemirror/view';
import { waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { editorSetup } from '@/components/expression/editor-setup';

describe('completion in an expression', () => {
  it('shows a page of what fits at a time, so that its list never scrolls', async () => {
    const view = new EditorView({
      doc: '$',
      selection: { anchor: 1 },
      extensions: editorSetup({ mode: 'expression', multiline: false, hint: null, scope: () => [] }),
      parent: document.body,
    });
    view.focus();

    startCompletion(view);
    await waitFor(() => expect(document.querySelectorAll('[role="option"]').length).toBeGreaterThan(0));

    expect(currentCompletions(view.state).length).toBeGreaterThan(8);
    expect(document.querySelectorAll('[role="option"]')).toHaveLength(8);
    view.destroy();
  });
});
