import { useEffect, useMemo, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { contextOf, type ScopeEntry } from '@/components/expression/model/scope-tree';
import { hasExpression } from '@/components/expression/model/template';
import type { ExpressionProblem } from '@/lib/building-types';
import { buildingQueries } from '@/lib/building-queries';
import type { JsonValue } from '@/lib/json';

const PAUSE_MS = 350;

export interface Preview {
  value?: JsonValue;
  type?: string;
  problem?: ExpressionProblem;
}

/** What a text with expressions gives over the data in scope, a moment after it was last changed. */
export function useEvaluated(
  text: JsonValue,
  scope: readonly ScopeEntry[],
  enabled: boolean,
): Preview | null {
  const settled = useSettled(text);
  const context = useMemo(() => contextOf(scope), [scope]);
  const isAsked = enabled && hasExpression(settled) && hasExpression(text);
  const { data } = useQuery({ ...buildingQueries.evaluated(settled, context), enabled: isAsked });
  return isAsked ? (data ?? null) : null;
}

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
