import type { Language } from '@chuanliu/http/language';

/** The words around the facts of a story. */
interface StoryWords {
  comma: string;
  colon: string;
  /** Between two sentences. */
  stop: string;
  bracketed(text: string): string;
  title(order: string): string;
  notWhole: string;
  times: string;
  seenBy: Readonly<Record<'promoter' | 'brand', (id: string) => string>>;
  brand: string;
  ordered: string;
  paidAt: string;
  line(lineNo: number, product: string): string;
  outcome: string;
  undecided: string;
  byAnother: string;
  winner: string;
  by: string;
  pick: string;
  account: string;
  promoter: string;
  code: string;
  touch: string;
  decision(revision: number, policy: string | null): string;
  examined: string;
  nobodyExamined: string;
  notExamined: string;
  helped: string;
  won: string;
  wonByBrand: string;
  refused: string;
  whatCounts: string;
  paid: string;
  subsidy: string;
  refunded: string;
  base: string;
  ofSubsidy(amount: string): string;
  terms: string;
  since: string;
  rates: Readonly<Record<string, string>>;
  whoGets: string;
  shareHeads: readonly string[];
  platform: string;
  sum: string;
  noShares: string;
  aboutFormulas: string;
  river: string;
  joined: string;
  returned(who: string, heldOut: boolean): string;
  granted(impressions: string, party: string): string;
  notEligible: string;
  whereItStands: string;
  state: string;
  statements: string;
  tooLate(count: number): string;
  otherRates: string;
  postingHeads: readonly string[];
  noPostings: string;
  appeals: string;
  due(at: string): string;
  resolved(at: string): string;
  madeGood(amount: string, adjustment: string): string;
  toBeMadeGood(amount: string, adjustment: string): string;
}

const en: StoryWords = {
  comma: ', ',
  colon: ': ',
  stop: '. ',
  bracketed: text => ` (${text})`,
  title: order => `Order ${order}`,
  notWhole: 'The books have not caught up with the order’s last event yet: figures below may still change.',
  times: 'times are those of Shanghai',
  seenBy: {
    promoter: id => `What concerns promoter ${id}; what others are and get is left out.`,
    brand: id => `What concerns brand ${id}; names of promoters who were examined and refused are left out.`,
  },
  brand: 'Brand',
  ordered: 'ordered',
  paidAt: 'paid',
  line: (lineNo, product) => `Line ${lineNo}: product ${product}`,
  outcome: 'Outcome',
  undecided: 'not decided yet',
  byAnother: 'brought by another promoter',
  winner: 'promoter',
  by: 'by',
  pick: 'pick',
  account: 'account',
  promoter: 'promoter',
  code: 'code',
  touch: 'touch',
  decision: (revision, policy) => `Decision ${revision}${policy ? `, under policy ${policy}` : ''}`,
  examined: 'Who was examined, in order',
  nobodyExamined: 'Nobody: the order names nobody, and no click that counts does.',
  notExamined: 'The promoter was not among them: examination ends with the first who is eligible.',
  helped: 'The promoter helped: the buyer had met the product through them before, within the time that counts.',
  won: 'won',
  wonByBrand: 'the brand’s own: nobody further is examined',
  refused: 'refused',
  whatCounts: 'What counts',
  paid: 'paid by the buyer',
  subsidy: 'added by the platform',
  refunded: 'refunded',
  base: 'Base of all shares',
  ofSubsidy: amount => `and ${amount} of what the platform added`,
  terms: 'Terms',
  since: 'in force since',
  rates: {
    commissionBps: 'commission',
    serviceBps: 'service fee',
    secondServiceBps: 'second service fee',
    techFeeBps: 'technical fee',
    promotionFeeBps: 'promotion fee',
    assistBps: 'assists',
    agencyBps: 'agency',
  },
  whoGets: 'Who gets what',
  shareHeads: ['Share', 'Party', 'Amount', 'How'],
  platform: 'platform',
  sum: 'Sum',
  noShares: 'Nothing of this line.',
  aboutFormulas: 'Formulas are in fen, rates in basis points (10000 = 100%); ⌊ ⌋ rounds down to a whole fen.',
  river: 'River',
  joined: 'The buyer joined the brand’s river audience by this sale.',
  returned: (who, heldOut) =>
    `The buyer returned through the river, brought by ${who}; ${heldOut ? 'held out by lot, as one of the control group' : 'not held out'}.`,
  granted: (impressions, party) => `${impressions} impressions for ${party}`,
  notEligible: 'not granted',
  whereItStands: 'Where it stands',
  state: 'State',
  statements: 'Statements',
  tooLate: count =>
    `${count === 1 ? 'A change' : `${count} changes`} became known after the line was settled, and did not change it.`,
  otherRates: 'other rates, for the same decision',
  postingHeads: ['Occurred', 'Booked on', 'Account', 'Debit', 'Credit', 'Cause'],
  noPostings: 'Nothing is posted.',
  appeals: 'Appeals',
  due: at => `to be resolved until ${at}`,
  resolved: at => `on ${at}`,
  madeGood: (amount, adjustment) => `Made good by ${amount}, adjustment ${adjustment}.`,
  toBeMadeGood: (amount, adjustment) => `To be made good by ${amount}: adjustment ${adjustment} awaits its approval.`,
};

const zh: StoryWords = {
  comma: '，',
  colon: '：',
  stop: '。',
  bracketed: text => `（${text}）`,
  title: order => `订单 ${order}`,
  notWhole: '账务尚未处理完该订单的最新事件，以下数字可能变化。',
  times: '时间均为北京时间',
  seenBy: {
    promoter: id => `仅含与推广者 ${id} 有关的内容；他人的身份与所得不在此列。`,
    brand: id => `仅含与品牌 ${id} 有关的内容；未成立的其他推广者名称不在此列。`,
  },
  brand: '品牌',
  ordered: '下单',
  paidAt: '付款',
  line: (lineNo, product) => `第 ${lineNo} 行：商品 ${product}`,
  outcome: '归因结果',
  undecided: '尚未判定',
  byAnother: '由其他推广者带来',
  winner: '推广者',
  by: '依据',
  pick: '选品',
  account: '账号',
  promoter: '推广者',
  code: '推广码',
  touch: '触达',
  decision: (revision, policy) => `第 ${revision} 次判定${policy ? `，适用政策 ${policy}` : ''}`,
  examined: '依次审查的候选',
  nobodyExamined: '无：订单与有效点击均未指向任何人。',
  notExamined: '该推广者不在其中：出现首个成立的候选后，审查即告结束。',
  helped: '该推广者参与了种草：买家此前在有效期内经其接触过该商品。',
  won: '成立',
  wonByBrand: '品牌自有账号，审查到此为止',
  refused: '不成立',
  whatCounts: '计算基数',
  paid: '买家实付',
  subsidy: '平台补贴',
  refunded: '已退款',
  base: '各方分成的基数',
  ofSubsidy: amount => `另退平台补贴 ${amount}`,
  terms: '条款',
  since: '生效自',
  rates: {
    commissionBps: '佣金率',
    serviceBps: '服务费率',
    secondServiceBps: '二级服务费率',
    techFeeBps: '技术服务费率',
    promotionFeeBps: '推广服务费率',
    assistBps: '种草比例',
    agencyBps: '机构比例',
  },
  whoGets: '各方所得',
  shareHeads: ['项目', '归属', '金额', '算法'],
  platform: '平台',
  sum: '合计',
  noShares: '该行无所得。',
  aboutFormulas: '算式以分为单位，费率以万分之一计（10000 = 100%）；⌊ ⌋ 表示向下取整到分。',
  river: '川流',
  joined: '买家因该笔成交进入品牌的川流人群。',
  returned: (who, heldOut) =>
    `买家经川流回到品牌自播间，由${who}带来；${heldOut ? '抽签列入对照组' : '未列入对照组'}。`,
  granted: (impressions, party) => `${party}获得 ${impressions} 次曝光`,
  notEligible: '未发放',
  whereItStands: '当前状态',
  state: '状态',
  statements: '结算单',
  tooLate: count => `有 ${count} 项变更在该行结算之后才获知，未予改变。`,
  otherRates: '判定不变，费率不同',
  postingHeads: ['发生时间', '记账日', '科目', '借方', '贷方', '事由'],
  noPostings: '尚无分录。',
  appeals: '申诉',
  due: at => `应于 ${at} 前处理`,
  resolved: at => `处理于 ${at}`,
  madeGood: (amount, adjustment) => `已补偿 ${amount}，调整单 ${adjustment}。`,
  toBeMadeGood: (amount, adjustment) => `拟补偿 ${amount}，调整单 ${adjustment} 待批准。`,
};

export const storyWords: Readonly<Record<Language, StoryWords>> = { en, zh };
export type { StoryWords };
