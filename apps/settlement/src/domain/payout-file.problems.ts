import { Problem } from '@chuanliu/problems/problem';

/** A file that cannot be read as a whole: no row of it is taken. @param fault one sentence on what is wrong */
export const resultsFileUnusable = (fault: string) =>
  new Problem('malformed', 'settlement/results-file-unusable', 'The file cannot be read', { detail: fault });

/** Rows are missing, or were changed on the way. */
export const totalsDiffer = (told: { count: string; sumYuan: string }, found: { count: string; sumYuan: string }) =>
  new Problem('invalid', 'settlement/totals-differ', 'The file’s last row does not tell what the rows come to', {
    told,
    found,
  });

export const noSuchBatch = (batchId: string) =>
  new Problem('absent', 'settlement/no-such-batch', 'There is no such batch of payouts', { batchId });

/** The seal was made with another key than settlement was started with. */
export const sealDoesNotOpen = () =>
  new Problem('unavailable', 'settlement/payee-key-differs', 'Bank accounts and id numbers cannot be read here', {
    detail: 'Settlement needs the PAYEE_KEY under which partners sealed them.',
  });
