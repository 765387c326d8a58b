import type { Migration } from '@chuanliu/database/migration';
import { addProduct } from './001-add-product';
import { addOpenPlanVersion } from './002-add-open-plan-version';
import { addPick } from './003-add-pick';
import { addDueProduct } from './004-add-due-product';
import { addKnownBrand } from './005-add-known-brand';
import { addPromoterVersion } from './006-add-promoter-version';
import { addPromoterSuspension } from './007-add-promoter-suspension';
import { noteHowOpenPlansWereTold } from './210-note-how-open-plans-were-told';
import { addPromoterPlanVersion } from './211-add-promoter-plan-version';
import { addActivityPlanVersion } from './212-add-activity-plan-version';
import { addPromoter } from './213-add-promoter';
import { addKnownPromoters } from './214-add-known-promoters';
import { pickThroughActivity } from './215-pick-through-activity';
import { addDuePick } from './216-add-due-pick';
import { addAgencyContract } from './217-add-agency-contract';
import { addPromotionFee } from './218-add-promotion-fee';
import { addPlanApplication } from './219-add-plan-application';
import { addProductSource } from './230-add-product-source';
import { dateKnownProducts } from './231-date-known-products';
import { addBrandTier } from './232-add-brand-tier';
import { addCategory } from './233-add-category';
import { addCategoryTree } from './234-add-category-tree';
import { indexProductsByCategory } from './235-index-products-by-category';
import { addPickClick } from './236-add-pick-click';
import { addSourcePolicy } from './237-add-source-policy';
import { barTaobaoFromLive } from './238-bar-taobao-from-live';
import { addProductChange } from './250-add-product-change';
import { addProductDay } from './251-add-product-day';
import { addBrandName } from './252-add-brand-name';
import { findTiersByInstant } from './253-find-tiers-by-instant';
import { addPoolIndex } from './255-add-pool-index';
import { addSample } from './260-add-sample';
import { addSampleStep } from './261-add-sample-step';
import { addSampleLift } from './262-add-sample-lift';
import { addPromoterOrder } from './263-add-promoter-order';
import { addActivityPromoter } from './264-add-activity-promoter';
import { fillActivityPromoter } from './265-fill-activity-promoter';
import { findActivityPlansByInstant } from './266-find-activity-plans-by-instant';
import { addKnownParty } from './267-add-known-party';
import { fillKnownParty } from './268-fill-known-party';

export const allMigrations: Migration[] = [
  addProduct,
  addOpenPlanVersion,
  addPick,
  addDueProduct,
  addKnownBrand,
  addPromoterVersion,
  addPromoterSuspension,
  noteHowOpenPlansWereTold,
  addPromoterPlanVersion,
  addActivityPlanVersion,
  addPromoter,
  addKnownPromoters,
  pickThroughActivity,
  addDuePick,
  addAgencyContract,
  addPromotionFee,
  addPlanApplication,
  addProductSource,
  dateKnownProducts,
  addBrandTier,
  addCategory,
  addCategoryTree,
  indexProductsByCategory,
  addPickClick,
  addSourcePolicy,
  barTaobaoFromLive,
  addProductChange,
  addProductDay,
  addBrandName,
  findTiersByInstant,
  addPoolIndex,
  addSample,
  addSampleStep,
  addSampleLift,
  addPromoterOrder,
  addActivityPromoter,
  fillActivityPromoter,
  findActivityPlansByInstant,
  addKnownParty,
  fillKnownParty,
];
