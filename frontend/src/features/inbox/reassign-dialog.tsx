import { useState, type SyntheticEvent } from 'react';
import { useTaskChange } from '@/features/inbox/use-task-change';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { RoleInput } from '@/components/form/role-input';
import { SuggestingInput } from '@/components/ui/suggesting-input';
import { api } from '@/lib/api';
import type { Task } from '@/lib/api-types';
import { Problem } from '@/lib/http/problem';
import { usePersonSuggestions } from '@/lib/use-colleagues';

interface ReassignDialogProps {
  task: Task;
  onClose: () => void;
}

/** Gives a task to a person, or to everybody with a role. */
export function ReassignDialog({ task, onClose }: ReassignDialogProps) {
  const [role, setRole] = useState(task.role);
  const [assignee, setAssignee] = useState(task.assignee ?? '');
  const reassign = useTaskChange(
    task.id,
    (to: { role?: string; assignee?: string }) => api.reassignTask(task.id, to),
    'The task was handed on.',
  );

  const people = usePersonSuggestions();
  const refused = reassign.error instanceof Problem ? reassign.error.violations : [];
  const errorAt = (pointer: string) => refused.find((one) => one.pointer === pointer)?.message;

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    const to =
      assignee.trim() === '' ? { role: role.trim() } : { role: role.trim(), assignee: assignee.trim() };
    reassign.mutate(to, { onSuccess: onClose });
  }

  return (
    <Dialog open onOpenChange={onClose} title="Hand on this task" description={task.title}>
      <form noValidate onSubmit={submit} className="contents">
        <DialogBody>
          <div className="flex flex-col gap-4">
            <Field
              label="Role"
              hint="Whoever has it may take the task, such as Sales manager."
              error={errorAt('/role')}
              required
            >
              {(ids) => <RoleInput {...ids} value={role} maxLength={64} onValue={setRole} />}
            </Field>
            <Field
              label="Person"
              hint="The e-mail address of the one who gets it. Empty, it is for everybody with the role."
              error={errorAt('/assignee')}
              required={false}
            >
              {(ids) => (
                <SuggestingInput
                  {...ids}
                  type="email"
                  value={assignee}
                  onValue={setAssignee}
                  suggestions={people}
                />
              )}
            </Field>
          </div>
        </DialogBody>
        <DialogFooter>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" busy={reassign.isPending} disabled={role.trim() === ''}>
            Hand on
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
