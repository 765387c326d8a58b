import { isDuplicate } from '@chuanliu/database/transient-faults';

const TRIES = 5;

/**
 * Runs a whole transaction again when a unique key shows that somebody else made the same thing meanwhile: a row that
 * is not there cannot be held, and the second look finds it.
 */
export async function againAfterDuplicate<T>(transaction: () => Promise<T>): Promise<T> {
  for (let n = 1; ; n++) {
    try {
      return await transaction();
    } catch (fault) {
      if (n >= TRIES || !isDuplicate(fault)) throw fault;
    }
  }
}
