import { X } from 'lucide-react';
import { ProblemList } from '@/components/publish/problem-list';
import type { GraphNode } from '@/components/graph/model/graph';
import { categoryWord, StepIcon } from '@/components/graph/step-icon';
import { JsonTree } from '@/components/json/json-tree';
import { Button } from '@/components/ui/button';
import type { StepType, WorkflowProblem } from '@/lib/api-types';
import type { WorkflowNode } from '@/lib/definition';
import type { JsonObject } from '@/lib/json';

interface NodeDetailsProps {
  node: WorkflowNode;
  graphNode: GraphNode | undefined;
  type: StepType | undefined;
  problems: WorkflowProblem[];
  onClose: () => void;
}

/** One step in full: what it does, what is wrong with it, and its settings as they are. */
export function NodeDetails({ node, graphNode, type, problems, onClose }: NodeDetailsProps) {
  return (
    <div className="flex animate-appear flex-col gap-4 p-4">
      <header className="flex items-start gap-3">
        <StepIcon category={graphNode?.category ?? ''} icon={graphNode?.icon ?? null} />
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold wrap-anywhere">{graphNode?.name ?? node.id}</h2>
          <p className="text-sm text-ink-faint">
            {categoryWord(graphNode?.category ?? '')} · {type?.title ?? node.type}
          </p>
        </div>
        <Button variant="quiet" size="icon" aria-label="Back to all steps" onClick={onClose}>
          <X aria-hidden />
        </Button>
      </header>
      <p className="text-ink-soft">{graphNode?.does}</p>
      {problems.length > 0 && <ProblemList problems={problems} graph={null} />}
      <JsonTree label="Settings" value={(node.config ?? {}) as JsonObject} />
      <p className="text-sm text-ink-faint">
        Other steps know it as <code className="font-mono text-xs text-ink-soft">{node.id}</code>
      </p>
    </div>
  );
}
