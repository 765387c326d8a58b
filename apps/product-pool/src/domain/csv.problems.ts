import { Problem } from '@chuanliu/problems/problem';

export const notUtf8 = () =>
  new Problem('malformed', 'product-pool/csv-not-utf-8', 'The file is not UTF-8: save it as “CSV UTF-8”');

/** @param line where the file could no longer be read, if the parser says */
export const malformedCsv = (code: string, line: number | null) =>
  new Problem('malformed', 'product-pool/malformed-csv', 'The file is not CSV', { code, line });

export const csvHeaderUnusable = (columns: ReadonlyArray<{ column: string; problem: string }>) =>
  new Problem('malformed', 'product-pool/csv-header-unusable', 'The first row does not name the columns as it should', {
    errors: columns.slice(0, 100).map(({ column, problem }) => ({ pointer: `/${column}`, problem })),
  });

export const rowHasOtherColumns = () =>
  new Problem('malformed', 'product-pool/row-has-other-columns', 'The row has more or fewer cells than the first one');
