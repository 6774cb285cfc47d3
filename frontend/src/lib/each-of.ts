const AT_ONCE = 4;

/** Does something to each of many, a few at a time; what fails does not keep the others from being done. */
export async function eachOf<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
): Promise<{ done: number; errors: unknown[] }> {
  const left = [...items];
  const errors: unknown[] = [];
  async function worker() {
    for (let item = left.shift(); item !== undefined; item = left.shift())
      await work(item).catch((error: unknown) => errors.push(error));
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { done: items.length - errors.length, errors };
}
