import { migration as addSale } from './001-add-sale';
import { migration as addPartySale } from './002-add-party-sale';
import { migration as addOrderReceipt } from './003-add-order-receipt';
import { migration as addPickTerms } from './004-add-pick-terms';
import { migration as addBrandFee } from './005-add-brand-fee';
import { migration as addPromotionFee } from './006-add-promotion-fee';
import { migration as addAgencyContract } from './007-add-agency-contract';
import { migration as addParty } from './008-add-party';
import { migration as addDueLine } from './009-add-due-line';
import { migration as addWaitingLine } from './010-add-waiting-line';
import { migration as letSalesSettle } from './011-let-sales-settle';
import { migration as addEarlierBasis } from './012-add-earlier-basis';
import { migration as addToldBySettlement } from './013-add-told-by-settlement';

/** The tables of this service, in the order in which they came. */
export const allMigrations = [
  addSale,
  addPartySale,
  addOrderReceipt,
  addPickTerms,
  addBrandFee,
  addPromotionFee,
  addAgencyContract,
  addParty,
  addDueLine,
  addWaitingLine,
  letSalesSettle,
  addEarlierBasis,
  addToldBySettlement,
];
