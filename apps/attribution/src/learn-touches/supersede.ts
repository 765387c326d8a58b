import { fromColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { appendTo } from '../storage/append-to';
import { noteContested } from '../storage/contested-touches';
import { compare } from '../storage/line';
import { severalContents, type Content } from '../storage/touch-contents';
import type { DueTouch } from './due-touches';

type KeptContent = Content & { channel_id: string; touch_id: string };

/** What putting contents out of force came to. */
export interface Superseded {
  /** The contents of contested touchIds: lines that saw one of them may be decided otherwise. */
  contested: DueTouch[];
  /** Those of them of whose touchId a content was put out of force only now. */
  changed: DueTouch[];
}

/**
 * Puts out of force all but the smallest (occurredAt, hash) of the contents that go by one touchId, in whatever order
 * they came. A content that is out of force stays so, also when the smaller one is no longer kept.
 */
export async function supersede(tx: Tx, touches: readonly DueTouch[]): Promise<Superseded> {
  const keys = [...new Set(touches.map(touch => touch.touchKey))].sort(compare).map(hex => Buffer.from(hex, 'hex'));
  const contents = await severalContents(tx, keys);
  const ofTouch = new Map<string, Content[]>();
  for (const content of contents) appendTo(ofTouch, nameOf(content), content);
  const losers = [...ofTouch.values()].flatMap(group => group.sort(smallestFirst).slice(1)).filter(isKept);
  const changed = new Set<string>();
  for (const loser of losers.sort(byRow)) {
    const { buyer_key, product_id, occurred_at, touch_key, content_hash } = loser;
    const { affectedRows } = await tx.execute(
      `UPDATE touch SET superseded = 1
       WHERE buyer_key = ? AND product_id = ? AND occurred_at = ? AND touch_key = ? AND content_hash = ?
         AND superseded = 0`,
      [buyer_key, product_id, occurred_at, touch_key, content_hash],
    );
    if (affectedRows > 0) changed.add(nameOf(loser));
  }
  await noteContested(tx, losers);
  return {
    contested: contents.map(dueAgain),
    changed: contents.filter(content => changed.has(nameOf(content))).map(dueAgain),
  };
}

const nameOf = ({ touch_key }: Content): string => touch_key.toString('hex');

const dueAgain = (content: Content): DueTouch => ({
  touchKey: nameOf(content),
  buyerKey: content.buyer_key.toString('hex'),
  productId: content.product_id,
  occurredAt: fromColumn(content.occurred_at),
  mayName: true,
});

const isKept = (content: Content): content is KeptContent => content.touch_id !== null;

const smallestFirst = (a: Content, b: Content): number =>
  compare(a.occurred_at, b.occurred_at) || Buffer.compare(a.content_hash, b.content_hash);

const byRow = (a: Content, b: Content): number =>
  Buffer.compare(a.buyer_key, b.buyer_key) ||
  compare(a.product_id, b.product_id) ||
  compare(a.occurred_at, b.occurred_at);
