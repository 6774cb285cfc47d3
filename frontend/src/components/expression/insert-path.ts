import type { EditorView } from '@codemirror/view';
import { expressionAt, type Mode } from '@/components/expression/model/complete';

/** What a path is called while it is dragged. */
export const PATH_TYPE = 'application/x-automatrix-path';

/** Puts a path in the place of what is selected, in braces where it would be plain text. */
export function insertPath(view: EditorView, path: string, mode: Mode): void {
  const { from, to } = view.state.selection.main;
  const isInside = expressionAt(view.state.doc.toString(), from, mode) !== null;
  const insert = isInside ? path : `{{ ${path} }}`;
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + insert.length },
    userEvent: 'input.paste',
    scrollIntoView: true,
  });
  view.focus();
}
