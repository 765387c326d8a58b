/** What tells one sale from all others. */
export interface LineKey {
  orderId: string;
  channelId: string;
  lineNo: number;
}

/** The columns of a line's primary key, as tables of lines have them. */
export const LINE_KEY = ['order_id', 'channel_id', 'line_no'] as const;

export const keyTuple = (line: LineKey) => [line.orderId, line.channelId, line.lineNo];

/** A line's key as one text, for looking up. */
export const keyText = (line: LineKey) => `${line.channelId}/${line.orderId}/${line.lineNo}`;

/** Lines in the order of their primary key: whoever locks several takes them in one order. */
export const inKeyOrder = <L extends LineKey>(lines: Iterable<L>): L[] => [...lines].sort(compareKeys);

function compareKeys(a: LineKey, b: LineKey): number {
  if (a.orderId !== b.orderId) return a.orderId < b.orderId ? -1 : 1;
  if (a.channelId !== b.channelId) return a.channelId < b.channelId ? -1 : 1;
  return a.lineNo - b.lineNo;
}

/** Longer lists of values make MariaDB choose another way to read. */
const LONGEST_LIST = 500;

/** A list cut into pieces that fit into one IN. */
export function* inLists<V>(values: readonly V[]): Generator<V[]> {
  for (let start = 0; start < values.length; start += LONGEST_LIST) yield values.slice(start, start + LONGEST_LIST);
}
