import type { Migration } from '@chuanliu/database/migration';
import { migration as addOrderFact } from './001-add-order-fact';
import { migration as addOrderState } from './002-add-order-state';
import { migration as addWaitingOrder } from './003-add-waiting-order';
import { migration as addOrderException } from './004-add-order-exception';
import { migration as addProduct } from './005-add-product';
import { migration as addOrderOfUnknownProduct } from './006-add-order-of-unknown-product';
import { migration as addOrderToCheck } from './007-add-order-to-check';

/** Every step of this service's schema, oldest first. */
export const ordersMigrations: Migration[] = [
  addOrderFact,
  addOrderState,
  addWaitingOrder,
  addOrderException,
  addProduct,
  addOrderOfUnknownProduct,
  addOrderToCheck,
];
