/** 16 bytes → `018f…-…` as text. */
export function uuidText(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A UUID's text → 16 bytes, or null when it is none. */
export function uuidBytes(text: string | undefined): Buffer | null {
  const hex = text?.replaceAll('-', '') ?? '';
  return /^[0-9a-f]{32}$/i.test(hex) ? Buffer.from(hex, 'hex') : null;
}
