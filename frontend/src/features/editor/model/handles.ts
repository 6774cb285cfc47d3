import { handleInWords } from '@/components/graph/model/graph';
import { ERROR, OUT } from './steps';
import type { StepType } from '@/lib/api-types';
import type { WorkflowNode } from '@/lib/definition';
import { isObject, type JsonValue } from '@/lib/json';

export interface StepHandle {
  id: string;
  label: string;
  isError: boolean;
}

/** The ways on from a step: those of its settings first, then those of its type, the failure last. */
export function handlesOf(node: WorkflowNode, type: StepType | undefined): StepHandle[] {
  const fixed = type?.handles ?? [OUT];
  const own = type?.dynamicHandles
    ? namesAt((node.config ?? {}) as JsonValue, type.dynamicHandles.replace(/^config\.?/, ''))
    : [];
  const ids = [...new Set([...own, ...fixed.filter((id) => id !== ERROR)])];
  const all = fixed.includes(ERROR) ? [...ids, ERROR] : ids;
  return all.map((id) => ({ id, label: labelOf(id), isError: id === ERROR }));
}

export function labelOf(handle: string): string {
  return handleInWords(handle) ?? 'Then';
}

/** What a path such as `cases[].handle` or `labels` finds: texts, or objects with a `label`. */
function namesAt(config: JsonValue, path: string): string[] {
  const [list = '', field = ''] = path.split('[].');
  const values = isObject(config) ? config[list] : undefined;
  if (isObject(values)) return Object.keys(values);
  if (!Array.isArray(values)) return [];
  return values.flatMap((value) => {
    const name = isObject(value) ? (value[field] ?? value.label) : value;
    return typeof name === 'string' && name !== '' && !name.includes('{{') ? [name] : [];
  });
}
