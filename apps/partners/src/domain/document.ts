/**
 * A document as a text by which it is told from all others, however its number was typed: in small letters or great ones,
 * with the hyphens, slashes and parentheses that some are printed with, or without them.
 *
 * @param idNumber letters, digits and `()/-`
 */
export const documentOf = (idType: string, idNumber: string): string =>
  `${idType}:${idNumber.replace(/[()/-]/g, '').toUpperCase()}`;
