import type { Language } from '@chuanliu/http/language';
import type { OrderPart, RefundPart } from '../read-order/order-parts';
import type { Explanation } from './explain-order';
import { inShanghai } from './figures';
import { code } from './markdown';
import { storyOfLine } from './story-of-line';
import { storyWords } from './story-words';
import { toldInLanguage } from './told-in-language';
import type { Viewer } from './viewer';

/**
 * An explanation as a text in markdown, for a person to read, or to paste into an answer.
 *
 * @param explanation what the viewer may see of it
 * @param viewer null: staff, who see all
 */
export function storyOfOrder(
  explanation: Explanation,
  { brandId, orderedAt, paidAt, refunds }: Pick<OrderPart, 'brandId' | 'orderedAt' | 'paidAt' | 'refunds'>,
  viewer: Viewer | null,
  language: Language,
): string {
  const words = storyWords[language];
  const told = toldInLanguage(explanation, language);
  const facts = [
    ...(viewer?.kind === 'promoter' ? [] : [`${words.brand} ${code(brandId)}`]),
    `${words.ordered} ${inShanghai(orderedAt)}`,
    `${words.paidAt} ${inShanghai(paidAt)}`,
  ];
  const blocks = [
    [`# ${words.title(code(told.orderId))}${words.bracketed(code(told.channelId))}`],
    [`${facts.join(words.comma)}${words.bracketed(words.times)}`],
    ...(viewer ? [[words.seenBy[viewer.kind](code(viewer.id))]] : []),
    ...(told.complete ? [] : [[`> ${words.notWhole}`]]),
    ...told.lines.flatMap(line =>
      storyOfLine(line, refundsSeen(refunds, line.lineNo, line.refundedFen), viewer, language),
    ),
  ];
  return `${blocks.map(block => block.join('\n')).join('\n\n')}\n`;
}

/** Refunds of a line are told to who sees what was refunded of it. */
const refundsSeen = (refunds: readonly RefundPart[], lineNo: number, refundedFen: number | null): RefundPart[] =>
  refundedFen === null ? [] : refunds.filter(refund => refund.lineNo === lineNo);
