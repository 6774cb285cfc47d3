import { noteIdOf } from '@/components/graph/model/notes';
import type { EditorState } from './editor-state';
import { isContainer, nodesById } from './steps';
import { plural } from '@/lib/format/words';

/** What is selected, as a part of a sentence. */
export function chosenInWords({ selection, edges, history }: EditorState): string {
  const parts = [
    ...(selection.length === 1 ? [nameOf(history.present.definition, selection[0] ?? '')] : []),
    ...(selection.length > 1 ? [thingsInWords(selection)] : []),
    ...(edges.length > 0 ? [plural(edges.length, 'connection')] : []),
  ];
  return parts.join(' and ');
}

/** "2 steps and 1 note" */
export function thingsInWords(ids: readonly string[]): string {
  const notes = ids.filter((id) => noteIdOf(id) !== null).length;
  const steps = ids.length - notes;
  return [...(steps > 0 ? [plural(steps, 'step')] : []), ...(notes > 0 ? [plural(notes, 'note')] : [])].join(
    ' and ',
  );
}

function nameOf(definition: Parameters<typeof nodesById>[0], id: string): string {
  if (noteIdOf(id) !== null) return 'a note';
  const node = nodesById(definition).get(id);
  return node ? `“${node.name ?? id}”${isContainer(node.type) ? ' and what is in it' : ''}` : id;
}
