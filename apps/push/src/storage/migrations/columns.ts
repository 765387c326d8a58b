export const ascii = (length: number) => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;
/** Ids compare byte by byte: Order-1 is not order-1. */
export const ID = ascii(64);
