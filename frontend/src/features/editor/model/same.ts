import { isObject } from '@/lib/json';

/** Whether two JSON values are the same, in whatever order their keys are written. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((value, index) => sameJson(value, b[index]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = (value: object) => Object.entries(value).filter(([, held]) => held !== undefined);
  const [left, right] = [keys(a), keys(b)];
  return left.length === right.length && left.every(([key, value]) => key in b && sameJson(value, b[key]));
}
