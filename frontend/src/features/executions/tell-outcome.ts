import { toast } from 'sonner';
import { plural } from '@/lib/format/words';
import { messageOf } from '@/lib/http/problem';

/** Says what became of many executions in one message: a second one would hide the first. */
export function tellOutcome({ done, errors }: { done: number; errors: unknown[] }, doneWord: string) {
  const sentences = [];
  if (done > 0 || errors.length === 0) sentences.push(`${plural(done, 'execution')} ${doneWord}.`);
  if (errors.length > 0)
    sentences.push(`${plural(errors.length, 'execution')} could not be. ${messageOf(errors[0])}`);
  (errors.length > 0 ? toast.error : toast.success)(sentences.join(' '));
}
