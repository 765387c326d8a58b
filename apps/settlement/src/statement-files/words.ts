import type { Creditor } from '../domain/accounts';
import type { MovementKind } from '../domain/movement';
import type { ShareName } from '../domain/posting';
import type { WaterfallStep } from '../domain/waterfall';
import type { StatementSums } from './statement-report';

/** A heading in both languages: finance reads the first, an auditor from elsewhere the second. */
export interface Words {
  zh: string;
  en: string;
}

const words = (zh: string, en: string): Words => ({ zh, en });

export const inBoth = ({ zh, en }: Words): string => `${zh} ${en}`;

/** For narrow columns: one under the other. */
export const onTwoLines = ({ zh, en }: Words): string => `${zh}\n${en}`;

export const partyWords: Record<Creditor, Words> = {
  brand: words('品牌', 'Brand'),
  promoter: words('推广者', 'Promoter'),
  recruiter: words('招商团长', 'Recruiter'),
  agency: words('机构', 'Agency'),
};

export const sumWords: Record<keyof StatementSums, Words> = {
  openingFen: words('期初可提现', 'Opening balance'),
  linesFen: words('＋ 结算明细', 'Settled lines'),
  adjustmentsFen: words('＋ 结算后调整', 'Adjustments after settlement'),
  rebatesFen: words('＋ 新商返还', 'Newcomer rebates'),
  bonusesFen: words('＋ 奖励', 'Bonuses'),
  manualFen: words('＋ 人工调账', 'Manual entries'),
  payoutsFen: words('－ 提现', 'less payouts'),
  failedPayoutsFen: words('＋ 提现退回', 'Failed payouts'),
  closingFen: words('期末可提现', 'Closing balance'),
};

export const shareWords: Record<ShareName | 'freight', Words> = {
  promoter: words('推广佣金', 'Promoter'),
  assist: words('种草佣金', 'Assist'),
  agency: words('机构分成', 'Agency'),
  recruiter: words('招商服务费', 'Recruiter'),
  'second-recruiter': words('二级招商服务费', 'Second recruiter'),
  'tech-fee': words('技术服务费', 'Technical fee'),
  'promotion-fee': words('推广服务费', 'Promotion fee'),
  brand: words('商家货款', 'Brand proceeds'),
  freight: words('运费', 'Freight'),
};

export const movementWords: Record<MovementKind, Words> = {
  adjustment: words('结算后调整', 'Adjustment after settlement'),
  rebate: words('新商返还', 'Newcomer rebate'),
  bonus: words('奖励', 'Bonus'),
  manual: words('人工调账', 'Manual entry'),
  payout: words('提现', 'Payout'),
  'failed-payout': words('提现退回', 'Failed payout'),
};

export const stepWords: Record<WaterfallStep, Words> = {
  base: words('计佣基数', 'Commission base'),
  commission: words('佣金', 'Commission'),
  'service-fee': words('招商服务费', 'Service fee'),
  'tech-fee': words('技术服务费', 'Technical fee'),
  'promotion-fee': words('推广服务费', 'Promotion fee'),
  assists: words('种草分佣', 'Assist shares'),
  agency: words('机构分成', 'Agency share'),
  'second-recruiter': words('二级招商分成', 'Second recruiter’s share'),
  'assist-share': words('种草佣金', 'Your assist shares'),
  'agency-share': words('机构分成', 'Your agency shares'),
  'second-recruiter-share': words('二级招商分成', 'Your shares as second recruiter'),
  yours: words('应得合计', 'Yours'),
};
