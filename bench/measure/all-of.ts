/**
 * The values of all of them. Other than by Promise.all, the first failure is thrown only when every one has ended: what
 * is still under way would disturb whatever is measured next.
 */
export async function allOf<T extends readonly Promise<unknown>[]>(
  ...promises: T
): Promise<{ -readonly [N in keyof T]: Awaited<T[N]> }> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}
