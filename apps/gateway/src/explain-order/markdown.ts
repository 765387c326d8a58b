/** Characters that nobody sees, and those that reorder what is read. */
const INVISIBLE = /[\u0000-\u001f\u007f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const SPECIAL = /[\\`*_[\]<>|~&$]/g;
const AT_START = /^(\s*)([#+=-]|\d+[.)])/;

/** Anybody's text on one line, as it stands: whatever is in it takes no effect as markdown or HTML. */
export function plain(text: string): string {
  const line = text.replace(/\s+/g, ' ').replace(INVISIBLE, '').replace(SPECIAL, '\\$&');
  // Neither list nor heading at its start, and no link made of an address.
  return line
    .replace(AT_START, (_, blank: string, mark: string) => `${blank}${mark.slice(0, -1)}\\${mark.slice(-1)}`)
    .replace(/:\/\//g, ':\\/\\/')
    .replace(/\bwww\./gi, found => `${found.slice(0, -1)}\\.`)
    .replace(/@/g, '\\@');
}

/** What somebody wrote, as a quotation. */
export const quoted = (text: string): string[] =>
  text
    .trim()
    .split(/\r?\n/)
    .map(line => `> ${plain(line)}`.trimEnd());

/** An id, code or formula of ours; they hold no backtick. */
export const code = (text: string): string => `\`${text.replace(/`/g, '')}\``;

/** @param align of each column: `-` to the left, `:` to the right */
export function table(heads: readonly string[], align: string, rows: ReadonlyArray<readonly string[]>): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line([...align].map(side => (side === ':' ? '---:' : '---'))), ...rows.map(line)];
}
