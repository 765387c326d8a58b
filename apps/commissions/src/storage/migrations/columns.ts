/** Ids and other texts of ours: ASCII, compared byte by byte. */
export const ascii = (length: number) => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;
export const id = ascii(64);
