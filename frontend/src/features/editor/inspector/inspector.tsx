import { Field } from '@/components/ui/field';
import { Input, Textarea } from '@/components/ui/controls';
import type { WorkflowProblem } from '@/lib/api-types';
import type { WorkflowDefinition } from '@/lib/definition';

interface InspectorProps {
  definition: WorkflowDefinition;
  selection: readonly string[];
  problems: WorkflowProblem[];
  readOnly: boolean;
  onChange: (next: WorkflowDefinition, label: string) => void;
  onRename: (from: string, to: string) => void;
}

/** The name and the note of the step that is selected. */
export function Inspector({ definition, selection, problems, readOnly, onChange }: InspectorProps) {
  const node = definition.nodes.find((one) => one.id === selection[0]);
  if (!node || selection.length > 1) return null;
  const set = (change: object) =>
    onChange(
      { ...definition, nodes: definition.nodes.map((one) => (one === node ? { ...one, ...change } : one)) },
      'Change the step',
    );
  return (
    <div className="flex flex-col gap-4 p-4">
      <Field label="Name">
        {(ids) => (
          <Input
            {...ids}
            value={node.name ?? ''}
            readOnly={readOnly}
            onChange={(event) => set({ name: event.target.value || undefined })}
          />
        )}
      </Field>
      <Field label="Note" required={false}>
        {(ids) => (
          <Textarea
            {...ids}
            value={node.note ?? ''}
            readOnly={readOnly}
            onChange={(event) => set({ note: event.target.value || undefined })}
          />
        )}
      </Field>
      {problems
        .filter((problem) => problem.nodeId === node.id)
        .map((problem) => (
          <p key={problem.message} className="text-failed">
            {problem.message}
          </p>
        ))}
    </div>
  );
}
