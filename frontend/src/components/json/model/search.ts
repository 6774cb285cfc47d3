import { isObject, type JsonValue } from '@/lib/json';

/** What is left of a value when only names and values that hold the words are kept; undefined if nothing is. */
export function kept(value: JsonValue, words: string): JsonValue {
  const wanted = words.trim().toLowerCase();
  return wanted === '' ? value : pruned(value, wanted);
}

function pruned(value: JsonValue, wanted: string): JsonValue {
  if (Array.isArray(value)) {
    // A sparse copy: what is left keeps its index.
    const left = value.map((item) => pruned(item, wanted));
    return left.every((item) => item === undefined) ? undefined : left;
  }
  if (isObject(value)) {
    const left = Object.entries(value).flatMap(([name, inner]): [string, JsonValue][] => {
      if (name.toLowerCase().includes(wanted)) return [[name, inner]];
      const rest = pruned(inner, wanted);
      return rest === undefined ? [] : [[name, rest]];
    });
    return left.length === 0 ? undefined : Object.fromEntries(left);
  }
  return value !== undefined && JSON.stringify(value).toLowerCase().includes(wanted) ? value : undefined;
}

/** How an expression says it: "steps.classify.output.items[2].name", and `data.\`odd name\`` for what is no plain name. */
export function pathTo(parent: string, name: string, inList: boolean): string {
  if (inList) return `${parent}[${name}]`;
  const plain = /^[A-Za-z_]\w*$/.test(name) ? name : `\`${name}\``;
  return parent === '' ? plain : `${parent}.${plain}`;
}
