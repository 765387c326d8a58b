import type { CheckResult } from './difference';

/** What was proved, a line for each check, so that somebody who never saw the tables understands it. */
export function reportInWords(results: readonly CheckResult[]): string {
  const width = Math.max(...results.map(result => result.name.length));
  return results.map(result => lineOf(result, width)).join('');
}

function lineOf({ name, looked, difference }: CheckResult, width: number): string {
  const title = name.padEnd(width);
  if (!difference) return `  ✓ ${title}  ${looked}\n`;
  const indent = ' '.repeat(width + 6);
  const { table, row, what, expected, found } = difference;
  return [
    `  ✗ ${title}  ${table}: ${row}\n`,
    `${indent}${what}\n`,
    `${indent}expected: ${expected}\n`,
    `${indent}found:    ${found}\n`,
  ].join('');
}
