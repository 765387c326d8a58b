import type { Migration } from '@chuanliu/database/migration';
import { addProduct } from './001-add-product';
import { addOpenPlanVersion } from './002-add-open-plan-version';
import { addPick } from './003-add-pick';
import { addDueProduct } from './004-add-due-product';
import { addKnownBrand } from './005-add-known-brand';
import { addPromoterVersion } from './006-add-promoter-version';
import { addPromoterSuspension } from './007-add-promoter-suspension';

export const allMigrations: Migration[] = [
  addProduct,
  addOpenPlanVersion,
  addPick,
  addDueProduct,
  addKnownBrand,
  addPromoterVersion,
  addPromoterSuspension,
];
