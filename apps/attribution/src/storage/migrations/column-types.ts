/** An id or code: compared byte by byte. */
export const ascii = (length: number) => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;

/** A buyer's key: 64 hex digits. */
export const BUYER_KEY = 'CHAR(64) CHARACTER SET ascii COLLATE ascii_bin';

export const INSTANT = 'DATETIME(3)';
