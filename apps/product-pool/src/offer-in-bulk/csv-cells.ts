/** Spreadsheets take a cell that begins so for a formula, and would run what a stranger wrote into a title. */
const wouldRun = /^'*[=+\-@\t\r\n]/;

/** The text as a cell: one that a spreadsheet would run gets a quote before it, which `textOf` takes away again. */
export const cellOf = (text: string): string => (wouldRun.test(text) ? `'${text}` : text);

/** What a cell says. The opposite of `cellOf` for every text; a quote before anything else is the writer's own. */
export const textOf = (cell: string): string => (cell.startsWith("'") && wouldRun.test(cell) ? cell.slice(1) : cell);
