import type { UtcInstant } from '@chuanliu/contracts/instants';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import type { Read } from './version-row';

/** A promoter asks for a directed plan of a product. */
export interface PlanApplication {
  applicationId: string;
  productId: string;
  brandId: string;
  promoterId: string;
  /** What was asked for, and what was granted. */
  commissionBps: number | null;
  grantedBps: number | null;
  text: string | null;
  reason: string | null;
  state: 'applied' | 'accepted' | 'refused';
  appliedAt: UtcInstant;
  resolvedAt: UtcInstant | null;
  updatedAt: UtcInstant;
}

interface Row {
  application_id: string;
  product_id: string;
  brand_id: string;
  promoter_id: string;
  commission_bps: number | null;
  granted_bps: number | null;
  application_text: string | null;
  reason: string | null;
  state: PlanApplication['state'];
  applied_at: string;
  resolved_at: string | null;
  updated_at: string;
}

const COLUMNS = [
  ...['application_id', 'product_id', 'brand_id', 'promoter_id', 'commission_bps', 'granted_bps', 'application_text'],
  ...['reason', 'state', 'open_slot', 'applied_at', 'resolved_at', 'updated_at'],
];
const SELECT = `SELECT ${COLUMNS.join(', ')} FROM plan_application`;

/** Whose applications: a promoter's, a brand's, or a product's. */
export type ApplicationsOf = { promoterId: string } | { brandId: string } | { productId: string };

export async function addApplication(tx: Tx, application: PlanApplication): Promise<void> {
  const { appliedAt, updatedAt, text, commissionBps, state } = application;
  const row = [
    ...[application.applicationId, application.productId, application.brandId, application.promoterId, commissionBps],
    ...[null, text, null, state, 1, toColumn(appliedAt), null, toColumn(updatedAt)],
  ];
  await insertRows(tx, 'plan_application', COLUMNS, [row]);
}

export async function resolveApplication(tx: Tx, application: PlanApplication): Promise<void> {
  await tx.execute(
    `UPDATE plan_application SET state = ?, open_slot = NULL, granted_bps = ?, reason = ?, resolved_at = ?, updated_at = ?
     WHERE application_id = ?`,
    [
      ...[application.state, application.grantedBps, application.reason, toColumn(application.resolvedAt)],
      ...[toColumn(application.updatedAt), application.applicationId],
    ],
  );
}

/** @param lock FOR UPDATE holds the row until the transaction ends */
export async function applicationOf(
  read: Read,
  productId: string,
  applicationId: string,
  lock: '' | 'FOR UPDATE',
): Promise<PlanApplication | null> {
  const rows = await read<Row>(`${SELECT} WHERE application_id = ? AND product_id = ? ${lock}`, [
    applicationId,
    productId,
  ]);
  return rows[0] ? applicationIn(rows[0]) : null;
}

export async function openApplicationOf(
  read: Read,
  promoterId: string,
  productId: string,
): Promise<PlanApplication | null> {
  const sql = `${SELECT} WHERE promoter_id = ? AND product_id = ? AND open_slot = 1 FOR UPDATE`;
  const rows = await read<Row>(sql, [promoterId, productId]);
  return rows[0] ? applicationIn(rows[0]) : null;
}

export type ApplicationsFilter = ApplicationsOf & {
  state: PlanApplication['state'] | undefined;
  updatedFrom: UtcInstant | undefined;
};

/** A page in the order in which they were made, after the id given. */
export async function applicationsPage(
  read: Read,
  filter: ApplicationsFilter,
  afterId: string,
  limit: number,
): Promise<PlanApplication[]> {
  const { where, parameters } = conditions(filter);
  const sql = `${SELECT} WHERE ${where} AND application_id > ? ORDER BY application_id LIMIT ?`;
  return (await read<Row>(sql, [...parameters, afterId, limit])).map(applicationIn);
}

/** The ids of the whole filtered list. */
export async function applicationIds(read: Read, filter: ApplicationsFilter): Promise<string[]> {
  const { where, parameters } = conditions(filter);
  const sql = `SELECT application_id AS id FROM plan_application WHERE ${where} ORDER BY application_id`;
  return (await read<{ id: string }>(sql, parameters)).map(row => row.id);
}

function conditions({ state, updatedFrom, ...of }: ApplicationsFilter) {
  const given: Array<[string, unknown]> = [];
  if ('promoterId' in of) given.push(['promoter_id = ?', of.promoterId]);
  else if ('brandId' in of) given.push(['brand_id = ?', of.brandId]);
  else given.push(['product_id = ?', of.productId]);
  if (state !== undefined) given.push(['state = ?', state]);
  if (updatedFrom !== undefined) given.push(['updated_at >= ?', toColumn(updatedFrom)]);
  return { where: given.map(([condition]) => condition).join(' AND '), parameters: given.map(([, value]) => value) };
}

function applicationIn(row: Row): PlanApplication {
  return {
    applicationId: row.application_id,
    productId: row.product_id,
    brandId: row.brand_id,
    promoterId: row.promoter_id,
    commissionBps: row.commission_bps,
    grantedBps: row.granted_bps,
    text: row.application_text,
    reason: row.reason,
    state: row.state,
    appliedAt: fromColumn(row.applied_at),
    resolvedAt: fromColumn(row.resolved_at),
    updatedAt: fromColumn(row.updated_at),
  };
}
