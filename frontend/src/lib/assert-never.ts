/** Marks a place that no value can reach; a new variant makes the compiler point here. */
export function assertNever(value: never): never {
  throw new Error(`Expected every variant to be handled, but got ${JSON.stringify(value)}.`);
}
