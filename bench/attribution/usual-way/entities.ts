import { EntitySchema } from 'typeorm';

/** The tables that a tutorial would make of the same facts: an index for each question, a generated key. */
export interface TouchEntity {
  id: number;
  buyerKey: string;
  productId: string;
  occurredAt: Date;
  touchId: string;
  kind: string;
  surface: string;
  accountId: string | null;
  promotionCode: string | null;
}

const id = { type: 'bigint', primary: true, generated: 'increment' } as const;
const text = { type: 'varchar', length: 64 } as const;
const maybe = { ...text, nullable: true } as const;
const instant = { type: 'datetime', precision: 3 } as const;

export const touchEntity = new EntitySchema<TouchEntity>({
  name: 'touch',
  columns: {
    id,
    buyerKey: text,
    productId: text,
    occurredAt: instant,
    touchId: text,
    kind: text,
    surface: text,
    accountId: maybe,
    promotionCode: maybe,
  },
  indices: [{ columns: ['buyerKey', 'productId', 'occurredAt'] }],
});

export interface PickEntity {
  pickId: string;
  promoterId: string;
  productId: string;
  promotionCode: string;
  holdsFrom: Date;
  assistBps: number;
}

export const pickEntity = new EntitySchema<PickEntity>({
  name: 'pick',
  columns: {
    pickId: { ...text, primary: true },
    promoterId: text,
    productId: text,
    promotionCode: text,
    holdsFrom: instant,
    assistBps: { type: 'int' },
  },
  indices: [{ columns: ['promotionCode'] }, { columns: ['promoterId', 'productId'] }],
});

export interface AccountEntity {
  accountId: string;
  ownerKind: string;
  ownerId: string;
}

export const accountEntity = new EntitySchema<AccountEntity>({
  name: 'account',
  columns: { accountId: { ...text, primary: true }, ownerKind: text, ownerId: text },
});

export interface LineEntity {
  orderId: string;
  lineNo: number;
  brandId: string;
  buyerKey: string | null;
  productId: string;
  orderedAt: Date;
  paidFen: number;
  outcome: string;
  promoterId: string | null;
  pickId: string | null;
  assistants: string;
}

export const lineEntity = new EntitySchema<LineEntity>({
  name: 'line',
  columns: {
    orderId: { ...text, primary: true },
    lineNo: { type: 'int', primary: true },
    brandId: text,
    buyerKey: maybe,
    productId: text,
    orderedAt: instant,
    paidFen: { type: 'bigint' },
    outcome: text,
    promoterId: maybe,
    pickId: maybe,
    assistants: { type: 'text' },
  },
  indices: [{ columns: ['buyerKey', 'productId'] }],
});

export interface CandidateEntity {
  orderId: string;
  lineNo: number;
  candidateNo: number;
  touchId: string;
  verdict: string;
}

export const candidateEntity = new EntitySchema<CandidateEntity>({
  name: 'candidate',
  columns: {
    orderId: { ...text, primary: true },
    lineNo: { type: 'int', primary: true },
    candidateNo: { type: 'int', primary: true },
    touchId: text,
    verdict: text,
  },
});
