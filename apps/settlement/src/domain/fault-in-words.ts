const LONGEST = 300;

/**
 * A fault for people who wait: its first line, at most 300 characters. Of a fault that comes with a code (the database's,
 * the network's) the code alone, since such messages quote statements and what is in them.
 */
export function faultInWords(fault: unknown): string {
  const { code, message } = (fault ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string' && code !== '') return `A step failed with ${code}`.slice(0, LONGEST);
  const [line = ''] = (typeof message === 'string' ? message : String(fault)).split('\n');
  return line.slice(0, LONGEST);
}
