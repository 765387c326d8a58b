import { BEGINNING_OF_TIME } from '@chuanliu/dated-facts/versions';
import type { Language } from '@chuanliu/http/language';
import type { Appeal, RefundPart } from '../read-order/order-parts';
import { baseFormula, grouped, inShanghai, money, percent } from './figures';
import { code, plain, quoted, table } from './markdown';
import { storyWords, type StoryWords } from './story-words';
import { inWords } from './texts';
import type { ToldLine } from './told-in-language';
import type { Viewer } from './viewer';

/** Paragraphs, lists and tables: each is a block of lines. */
type Block = string[];

interface Telling {
  line: ToldLine;
  refunds: readonly RefundPart[];
  viewer: Viewer | null;
  language: Language;
  words: StoryWords;
}

/**
 * A line's story: the outcome, who was examined, what counts, who gets what, where it stands, what is disputed.
 *
 * @param refunds those of the line that the viewer may see
 */
export function storyOfLine(
  line: ToldLine,
  refunds: readonly RefundPart[],
  viewer: Viewer | null,
  language: Language,
): Block[] {
  const telling = { line, refunds, viewer, language, words: storyWords[language] };
  return [
    [`## ${telling.words.line(line.lineNo, code(line.productId))}`],
    ...outcome(telling),
    ...examined(telling),
    ...whatCounts(telling),
    ...whoGets(telling),
    ...river(telling),
    ...whereItStands(telling),
    ...appeals(telling),
  ];
}

function outcome({ line, viewer, words }: Telling): Block[] {
  const isAnothers = viewer?.kind === 'promoter' && line.outcome === 'distribution' && line.promoterId === null;
  const outcome = isAnothers ? words.byAnother : (line.outcomeText ?? words.undecided);
  const how = [
    ...named(words.winner, line.promoterId),
    ...(line.ruleText ? [`${words.by} ${line.ruleText}`] : []),
    ...named(words.pick, line.pickId),
    ...named(words.account, line.accountId),
  ].join(words.comma);
  const told = `**${words.outcome}${words.colon}${outcome}**${how && words.bracketed(how)}`;
  if (line.revision === null) return [[told]];
  const decision = words.decision(line.revision, line.policyVersion && code(line.policyVersion));
  return [[`${told}${words.stop}${decision}${words.stop.trim()}`]];
}

function examined({ line, viewer, words }: Telling): Block[] {
  if (line.outcome === 'void' || line.outcome === null) return [];
  const heading = [`### ${words.examined}`];
  if (line.candidates.length === 0) {
    if (viewer?.kind !== 'promoter') return [heading, [words.nobodyExamined]];
    const isHelper = line.shares.some(({ share }) => share === 'assist');
    return [heading, [words.notExamined], ...(isHelper ? [[words.helped]] : [])];
  }
  const entries = line.candidates.map((candidate, index) => {
    const facts = [
      candidate.ruleText,
      ...(candidate.occurredAt ? [inShanghai(candidate.occurredAt)] : []),
      ...named(words.touch, candidate.touchId),
      ...named(words.code, candidate.promotionCode),
      ...named(words.account, candidate.accountId),
      ...named(words.promoter, candidate.promoterId),
    ].join(words.comma);
    const { verdict, promoterId, reason = '', reasonText = '' } = candidate;
    if (verdict === 'won') return `${index + 1}. ${facts} — **${promoterId ? words.won : words.wonByBrand}**`;
    return `${index + 1}. ${facts} — **${words.refused}**${words.colon}${reasonText}${words.bracketed(code(reason))}`;
  });
  return [heading, entries];
}

const named = (word: string, id: string | null | undefined): string[] => (id ? [`${word} ${code(id)}`] : []);

function whatCounts({ line, refunds, language, words }: Telling): Block[] {
  const { paidFen, platformSubsidyFen, refundedFen, baseFen } = line;
  if (paidFen === null || platformSubsidyFen === null || refundedFen === null || baseFen === null) return [];
  const entry = (word: string, fen: number) => `- ${word}${words.colon}${money(fen, language)}`;
  const refunded = refunds.map(({ refundId, occurredAt, refundFen, subsidyFen }) => {
    const subsidy = subsidyFen > 0 ? words.comma + words.ofSubsidy(money(subsidyFen, language)) : '';
    return `  - ${inShanghai(occurredAt)} ${code(refundId)}${words.colon}${money(refundFen, language)}${subsidy}`;
  });
  const formula = code(baseFormula({ paidFen, platformSubsidyFen, refundedFen, baseFen }));
  return [
    [`### ${words.whatCounts}`],
    [
      entry(words.paid, paidFen),
      ...(platformSubsidyFen > 0 ? [entry(words.subsidy, platformSubsidyFen)] : []),
      ...(refundedFen > 0 || refunded.length > 0 ? [entry(words.refunded, refundedFen), ...refunded] : []),
      `- **${words.base}${words.colon}${money(baseFen, language)}**${words.bracketed(formula)}`,
    ],
    ...termsOf(line, words),
  ];
}

function termsOf({ terms }: ToldLine, words: StoryWords): Block[] {
  if (!terms) return [];
  const rates = Object.entries(words.rates).flatMap(([name, word]) =>
    typeof terms[name] === 'number' ? [`${word} ${percent(terms[name])}`] : [],
  );
  const { effectiveFrom } = terms;
  const isDated = typeof effectiveFrom === 'string' && effectiveFrom !== BEGINNING_OF_TIME;
  const since = isDated ? words.bracketed(`${words.since} ${inShanghai(effectiveFrom)}`) : '';
  return [[`${words.terms}${since}${words.colon}${rates.join(words.comma)}`]];
}

function whoGets({ line, viewer, language, words }: Telling): Block[] {
  if (line.outcome === 'void' || line.outcome === null) return [];
  const heading = [`### ${words.whoGets}`];
  if (line.shares.length === 0) return [heading, [words.noShares]];
  const rows = line.shares.map(({ shareText, partyId, amountFen, formula, formulaText }) => [
    shareText,
    partyId === null ? words.platform : code(partyId),
    money(amountFen, language),
    `${formulaText}${words.colon}${code(formula)}`,
  ]);
  const sum = line.shares.reduce((total, { amountFen }) => total + amountFen, 0);
  // What one promoter gets is no sum of anything.
  const whole = viewer?.kind === 'promoter' ? [] : [[`**${words.sum}**`, '', `**${money(sum, language)}**`, '']];
  return [heading, table(words.shareHeads, '--:-', [...rows, ...whole]), [words.aboutFormulas]];
}

function river({ line, words }: Telling): Block[] {
  if (!line.river) return [];
  const { joined, return: returned, grants } = line.river;
  const told = [
    ...(joined ? [words.joined] : []),
    ...(returned ? [words.returned(code(returned.broughtBy), returned.heldOut)] : []),
    ...grants.map(({ impressions, party, eligible, reasonText }) => {
      const granted = words.granted(grouped(impressions), code(party));
      return eligible ? granted : granted + words.bracketed(`${words.notEligible}${words.colon}${reasonText ?? ''}`);
    }),
  ];
  return told.length === 0 ? [] : [[`### ${words.river}`], told.map(each => `- ${each}`)];
}

function whereItStands({ line, language, words }: Telling): Block[] {
  const amount = (fen: number | undefined) => (fen === undefined ? '' : money(fen, language));
  const postings = line.postings.map(({ occurredAt, bookedOn, account, debitFen, creditFen, causeText }) => [
    inShanghai(occurredAt),
    bookedOn,
    code(account),
    amount(debitFen),
    amount(creditFen),
    plain(causeText),
  ]);
  const statements = line.statementIds.map(code).join(words.comma);
  return [
    [`### ${words.whereItStands}`],
    [`${words.state}${words.colon}**${line.stateText}**`],
    ...(statements ? [[`${words.statements}${words.colon}${statements}`]] : []),
    ...(line.tooLate.length > 0 ? [[words.tooLate(line.tooLate.length)], cameTooLate(line, language, words)] : []),
    postings.length === 0 ? [words.noPostings] : table(words.postingHeads, '---::-', postings),
  ];
}

/** Whom the line would have named, had it not been settled; new rates for the same winner name nobody. */
function cameTooLate({ tooLate }: ToldLine, language: Language, words: StoryWords): Block {
  return tooLate.map(({ kind, at, outcome, rule, promoterId, pickId, assistantIds }) => {
    if (kind === 'rates') return `- ${inShanghai(at)}${words.colon}${words.otherRates}`;
    const who = [
      ...named(words.winner, promoterId),
      ...(rule ? [`${words.by} ${inWords('rules', rule, language)}`] : []),
      ...named(words.pick, pickId),
      ...assistantIds.flatMap(id => named(inWords('shares', 'assist', language), id)),
    ].join(words.comma);
    return `- ${inShanghai(at)}${words.colon}${inWords('outcomes', outcome, language)}${who && words.bracketed(who)}`;
  });
}

function appeals({ line, language, words }: Telling): Block[] {
  if (line.appeals.length === 0) return [];
  const madeGood = ({ adjustmentId, state, amountFen }: NonNullable<Appeal['adjustment']>) => {
    const [amount, adjustment] = [money(amountFen, language), code(adjustmentId)];
    return state === 'approved' ? words.madeGood(amount, adjustment) : words.toBeMadeGood(amount, adjustment);
  };
  return [
    [`### ${words.appeals}`],
    ...line.appeals.flatMap(({ party, filedAt, text, stateText, dueAt, resolvedAt, reason, adjustment }) => [
      [`${code(party)}${words.comma}${inShanghai(filedAt)}`],
      quoted(text),
      [
        `**${stateText}**${words.comma}${resolvedAt ? words.resolved(inShanghai(resolvedAt)) : words.due(inShanghai(dueAt))}`,
      ],
      ...(reason === null ? [] : [quoted(reason)]),
      ...(adjustment === null ? [] : [[madeGood(adjustment)]]),
    ]),
  ];
}
