import type { Language } from '@chuanliu/http/language';

type Text = Record<Language, string>;
type Texts = Readonly<Record<string, Text>>;

const outcomes: Texts = {
  distribution: { en: 'brought by a promoter', zh: '推广者带来的成交' },
  'self-broadcast': { en: 'made in the brand’s own stream', zh: '品牌自播成交' },
  organic: { en: 'brought by nobody', zh: '自然成交，无人带来' },
  void: { en: 'void: nothing was paid for it', zh: '无效：该行未付款（赠品）' },
};

const rules: Texts = {
  'carried-code': { en: 'promotion code carried by the order', zh: '订单携带的推广码' },
  'purchase-surface': { en: 'account on whose content it was bought', zh: '成交场景所属的账号' },
  'last-click': { en: 'last click before the order', zh: '下单前的末次点击' },
};

const reasons: Texts = {
  'unknown-code': { en: 'nobody has this promotion code', zh: '推广码不存在' },
  'code-for-other-product': { en: 'the promotion code is for another product', zh: '推广码属于其他商品' },
  'code-not-started': {
    en: 'the promotion code did not hold yet when the order was made',
    zh: '下单时推广码尚未生效',
  },
  'code-ended': { en: 'the promotion code no longer held when the order was made', zh: '下单时推广码已失效' },
  'promoter-suspended': { en: 'the promoter was suspended when the order was made', zh: '下单时该推广者处于暂停状态' },
  'self-purchase': { en: 'the buyer is the promoter', zh: '买家即推广者本人（自购）' },
  'no-terms-in-force': { en: 'the pick had no terms when the order was made', zh: '下单时该选品没有生效的佣金条款' },
  'unknown-account': { en: 'nobody had registered the account then', zh: '当时该账号无人登记' },
  'foreign-brand-account': { en: 'the account is another brand’s', zh: '该账号属于其他品牌' },
  'not-picked': {
    en: 'the account’s owner was not promoting the product when the order was made',
    zh: '下单时账号所属推广者未选该商品',
  },
  'names-nobody': { en: 'the click carries neither a code nor an account', zh: '该次点击既无推广码也无账号' },
};

const shares: Texts = {
  promoter: { en: 'promoter', zh: '推广者佣金' },
  assist: { en: 'assist', zh: '种草分成' },
  agency: { en: 'agency', zh: '机构分成' },
  recruiter: { en: 'recruiter', zh: '团长服务费' },
  'second-recruiter': { en: 'second recruiter', zh: '二级团长服务费' },
  'tech-fee': { en: 'technical fee', zh: '技术服务费' },
  'promotion-fee': { en: 'promotion fee', zh: '推广服务费' },
  brand: { en: 'brand', zh: '品牌货款' },
};

const formulas: Texts = {
  promoter: {
    en: 'commission = base × commission rate; commission − promotion fee − assists − agency',
    zh: '佣金 = 基数 × 佣金率；佣金 − 推广服务费 − 种草分成 − 机构分成',
  },
  assist: {
    en: 'assists = (commission − promotion fee) × assist rate; in equal parts, odd fen to the first',
    zh: '种草分成 = （佣金 − 推广服务费）× 种草比例；均分，余分归排序在前者',
  },
  'own-assist': {
    en: 'an equal part of the assists, which are a part of the winner’s commission',
    zh: '种草分成的均分部分；种草分成取自成交推广者的佣金',
  },
  agency: {
    en: '(commission − promotion fee − assists) × agency rate',
    zh: '（佣金 − 推广服务费 − 种草分成）× 机构比例',
  },
  recruiter: {
    en: 'service fee = base × service rate; less the second recruiter’s',
    zh: '服务费 = 基数 × 服务费率；减去二级团长部分',
  },
  'second-recruiter': { en: 'base × second service rate', zh: '基数 × 二级服务费率' },
  'tech-fee': { en: 'base × technical fee rate', zh: '基数 × 技术服务费率' },
  'promotion-fee': { en: 'commission × promotion fee rate', zh: '佣金 × 推广服务费率' },
  brand: {
    en: 'base − commission − service fee − technical fee',
    zh: '基数 − 佣金 − 服务费 − 技术服务费',
  },
  'brand-alone': { en: 'base − technical fee', zh: '基数 − 技术服务费' },
};

const states: Texts = {
  estimated: { en: 'estimated: not yet received by the buyer', zh: '预估：买家尚未收货' },
  confirmed: { en: 'confirmed: received, not yet settled', zh: '已确认：已收货，尚未结算' },
  settled: { en: 'settled', zh: '已结算' },
  frozen: { en: 'frozen by a hold', zh: '已冻结' },
  void: { en: 'void: nothing is left of it', zh: '无效：无剩余金额' },
};

const grantReasons: Texts = {
  'shop-score-too-low': { en: 'the brand’s shop score was too low', zh: '品牌店铺分低于门槛' },
  'reputation-too-low': { en: 'the promoter’s reputation was too low', zh: '推广者信誉分低于门槛' },
};

const causes: Texts = {
  paid: { en: 'paid', zh: '付款' },
  refund: { en: 'refund', zh: '退款' },
  settlement: { en: 'settlement', zh: '结算' },
  rebate: { en: 'rebate', zh: '返还' },
  payout: { en: 'payout', zh: '提现' },
  'payout-confirmed': { en: 'payout confirmed', zh: '提现成功' },
  'payout-failed': { en: 'payout failed', zh: '提现失败' },
  manual: { en: 'adjustment', zh: '人工调整' },
};

const appealStates: Texts = {
  open: { en: 'open', zh: '处理中' },
  overdue: { en: 'open, and overdue', zh: '处理中，已超期' },
  upheld: { en: 'upheld', zh: '成立' },
  refused: { en: 'refused', zh: '驳回' },
  withdrawn: { en: 'withdrawn', zh: '已撤回' },
};

/** What codes of an explanation mean, for people. */
export const texts = {
  outcomes,
  rules,
  reasons,
  shares,
  formulas,
  states,
  grantReasons,
  causes,
  appealStates,
} as const;

/** A code in words; one that is newer than these words stands for itself. */
export const inWords = (kind: keyof typeof texts, code: string, language: Language): string =>
  texts[kind][code]?.[language] ?? code;

/** What moved the ledger: `refund r-1` → `退款 r-1`. */
export function causeInWords(cause: string, language: Language): string {
  const [kind = '', ...reference] = cause.split(' ');
  return [inWords('causes', kind, language), ...reference].join(' ');
}
