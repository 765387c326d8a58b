/**
 * Stops the clock by which requests measure how long they wait for what is on its way: whatever is waited for while this
 * is at work comes in time, however long the machine takes.
 */
export async function withEndlessPatience(work: () => Promise<void>): Promise<void> {
  const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now());
  try {
    await work();
  } finally {
    now.mockRestore();
  }
}
