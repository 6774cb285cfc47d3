import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { needsAnswer, sampleAnswer, type Pins } from '@/features/editor/testing/model/draft-run';
import { outputOf } from '@/features/editor/model/scope';
import type { StepType } from '@/lib/api-types';
import type { WorkflowDefinition, WorkflowNode } from '@/lib/definition';
import { queries } from '@/lib/queries';

export interface Answered {
  node: WorkflowNode;
  type: StepType | undefined;
}

/** The steps that others do, and what each is answered: what is pinned, else a sample. */
export function useAnswers(definition: WorkflowDefinition, pins: Pins): { asked: Answered[]; answers: Pins } {
  const steps = useQuery(queries.stepTypes());
  const events = useQuery(queries.eventTypes());
  return useMemo(() => {
    const catalogue = { stepTypes: steps.data ?? [], eventTypes: events.data ?? [] };
    const asked = definition.nodes
      .map((node) => ({ node, type: catalogue.stepTypes.find((one) => one.type === node.type) }))
      .filter(({ type }) => needsAnswer(type));
    const answers = new Map(
      asked.map(({ node, type }) => [
        node.id,
        pins.get(node.id) ?? sampleAnswer(node, type, outputOf(definition, catalogue, node)),
      ]),
    );
    return { asked, answers };
  }, [definition, pins, steps.data, events.data]);
}
