import { noteIdOf } from '@/components/graph/model/notes';
import { ManyInspector } from '@/features/editor/inspector/many-inspector';
import { NoteInspector } from '@/features/editor/inspector/note-inspector';
import { StepInspector } from '@/features/editor/inspector/step-inspector';
import { WorkflowInspector } from '@/features/editor/inspector/workflow-inspector';
import type { Bench } from '@/features/editor/testing/use-bench';
import type { WorkflowProblem } from '@/lib/api-types';
import type { WorkflowDefinition } from '@/lib/definition';

export interface InspectorProps {
  definition: WorkflowDefinition;
  selection: readonly string[];
  problems: readonly WorkflowProblem[];
  readOnly: boolean;
  /** `label` says what was done, for the list of what can be undone. */
  onChange: (next: WorkflowDefinition, label: string) => void;
  onRename: (from: string, to: string) => void;
  /** What has been tried so far, where steps can be tried. */
  bench?: Bench;
}

/** The settings of what is selected: a step, several, a note, or else the workflow itself. */
export function Inspector(props: InspectorProps) {
  const chosen = props.definition.nodes.filter((node) => props.selection.includes(node.id));
  const [first] = chosen;
  const note = props.selection.find((key) => noteIdOf(key) !== null);
  if (first === undefined && note !== undefined)
    return <NoteInspector key={note} {...props} noteKey={note} />;
  if (first === undefined) return <WorkflowInspector {...props} />;
  if (chosen.length > 1) return <ManyInspector {...props} nodes={chosen} />;
  return <StepInspector key={first.id} {...props} node={first} />;
}
