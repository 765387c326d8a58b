/** A column for ids and names: bytes compare as they are, so `order-1` and `Order-1` differ. */
export const ascii = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;
