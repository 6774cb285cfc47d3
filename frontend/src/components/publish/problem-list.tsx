import { CircleAlert, CircleCheck, Info, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { Graph } from '@/components/graph/model/graph';
import type { Severity, WorkflowProblem } from '@/lib/api-types';

const LOOK: Record<Severity, { icon: LucideIcon; colour: string; word: string }> = {
  ERROR: { icon: CircleAlert, colour: 'text-failed', word: 'Error' },
  WARNING: { icon: TriangleAlert, colour: 'text-compensating', word: 'Warning' },
  HINT: { icon: Info, colour: 'text-running', word: 'Hint' },
};

interface ProblemListProps {
  problems: WorkflowProblem[];
  graph: Graph | null;
  onSelect?: (nodeId: string) => void;
}

/** What keeps a draft from being published; each entry leads to its step. */
export function ProblemList({ problems, graph, onSelect }: ProblemListProps) {
  if (problems.length === 0) {
    return (
      <p className="flex items-center gap-2 pb-4 text-ink-faint">
        <CircleCheck className="size-4 text-completed" aria-hidden />
        Nothing stands in the way of publishing.
      </p>
    );
  }
  return (
    <ul className="-mx-2 flex flex-col pb-2">
      {problems.map((problem, index) => (
        <li key={index}>
          <ProblemEntry problem={problem} graph={graph} onSelect={onSelect} />
        </li>
      ))}
    </ul>
  );
}

interface EntryProps {
  problem: WorkflowProblem;
  graph: Graph | null;
  onSelect?: (nodeId: string) => void;
}

function ProblemEntry({ problem, graph, onSelect }: EntryProps) {
  const { icon: Icon, colour, word } = LOOK[problem.severity];
  const node = graph?.nodes.find((one) => one.id === problem.nodeId);
  const content = (
    <>
      <Icon className={`mt-0.5 size-4 shrink-0 ${colour}`} role="img" aria-label={word} />
      <span className="min-w-0">
        <span className="block wrap-anywhere">{problem.message}</span>
        {graph && (
          <span className="block text-sm text-ink-faint">
            {node ? `At “${node.name}”` : 'In the workflow itself'}
          </span>
        )}
      </span>
    </>
  );
  const look = 'flex w-full items-start gap-2 rounded-md px-2 py-2 text-left';
  if (!node || !onSelect) return <div className={look}>{content}</div>;
  return (
    <button
      type="button"
      className={`${look} transition-colors hover:bg-hover`}
      onClick={() => onSelect(node.id)}
    >
      {content}
    </button>
  );
}
