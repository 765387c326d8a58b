/** Ids compare byte by byte: Order-1 is not order-1. */
export const ID = 'VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin';
export const WORD = 'VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin';
