/** What a settled line was divided by. */
export interface SettledBy {
  /** null: it was divided before splits said it. */
  basis: string | null;
}

/**
 * Whether a division of a settled line came too late: it names another decision or other rates than those that were
 * settled. One that only follows refunds, or a corrected payment, has the same basis; one without steps says that the
 * payment in force lacks the line, which is no decision.
 */
export function isTooLate(settled: SettledBy, split: { basis?: string; steps: readonly unknown[] }): boolean {
  return split.steps.length > 0 && settled.basis !== null && (split.basis ?? null) !== settled.basis;
}
