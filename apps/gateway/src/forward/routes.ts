import type { UpstreamName } from '../gateway.config';

export type Method = 'GET' | 'PUT' | 'POST' | 'DELETE';

/** A public address, and the service that owns it under the same address. */
export interface Route {
  method: Method;
  path: string;
  service: UpstreamName;
  /** It moves money: a request without an Idempotency-Key is refused. */
  keyRequired?: true;
}

const parties = ['brands', 'promoters', 'recruiters', 'agencies'] as const;

const of = (service: UpstreamName, ...lines: string[]): Route[] =>
  lines.map(line => {
    const [method, path, mark] = line.split(' ') as [Method, string, string?];
    return mark === 'key-required' ? { method, path, service, keyRequired: true } : { method, path, service };
  });

const ofEach = (names: readonly string[], service: UpstreamName, ...lines: string[]): Route[] =>
  names.flatMap(name => of(service, ...lines.map(line => line.replace('{party}', name))));

/** Every public address that the gateway passes on. What is not here, and not answered by the gateway itself, is 404. */
export const routes: readonly Route[] = [
  ...ofEach(
    parties,
    'partners',
    'GET /v1/{party}',
    'GET /v1/{party}/:partyId',
    'PUT /v1/{party}/:partyId',
    'GET /v1/{party}/:partyId/payee',
    'PUT /v1/{party}/:partyId/payee',
  ),
  ...ofEach(
    ['brands', 'promoters'],
    'partners',
    'GET /v1/{party}/:partyId/suspensions',
    'GET /v1/{party}/:partyId/suspensions/:suspensionId',
    'PUT /v1/{party}/:partyId/suspensions/:suspensionId',
  ),
  ...of(
    'partners',
    'GET /v1/promoters/:partyId/agency',
    'PUT /v1/promoters/:partyId/agency',
    'GET /v1/accounts',
    'GET /v1/accounts/:accountId',
    'PUT /v1/accounts/:accountId',
    'GET /v1/policies/:policy',
    'PUT /v1/policies/:policy',
  ),
  ...of(
    'product-pool',
    'GET /v1/categories',
    'PUT /v1/categories',
    'GET /v1/source-policies/:source',
    'PUT /v1/source-policies/:source',
    'GET /v1/cart-tokens/:token',
    'GET /v1/products',
    'POST /v1/products/bulk',
    'POST /v1/products/import',
    'GET /v1/products/export',
    'GET /v1/products/:productId',
    'PUT /v1/products/:productId',
    'GET /v1/products/:productId/plans',
    'GET /v1/products/:productId/plans/:plan',
    'PUT /v1/products/:productId/plans/:plan',
    'DELETE /v1/products/:productId/plans/:plan/:promoterId',
    'GET /v1/products/:productId/plans/directed/applications',
    'POST /v1/products/:productId/plans/directed/applications',
    'POST /v1/products/:productId/plans/directed/applications/:applicationId/resolution',
    'GET /v1/products/:productId/terms',
    'GET /v1/brands/:partyId/plans/shop-directed',
    'PUT /v1/brands/:partyId/plans/shop-directed',
    'DELETE /v1/brands/:partyId/plans/shop-directed/:promoterId',
    'GET /v1/brands/:partyId/applications',
    'GET /v1/promoters/:partyId/applications',
    'GET /v1/promoters/:partyId/pool',
    'POST /v1/pool/index/rebuild',
    'GET /v1/promoters/:partyId/picks',
    'POST /v1/promoters/:partyId/picks',
    'POST /v1/promoters/:partyId/picks/batch',
    'GET /v1/promoters/:partyId/picks/:pickId',
    'DELETE /v1/promoters/:partyId/picks/:pickId',
    'GET /v1/promoters/:partyId/samples',
    'POST /v1/promoters/:partyId/samples',
    'GET /v1/brands/:partyId/samples',
    'GET /v1/promoters/:partyId/sample-standing',
    'POST /v1/promoters/:partyId/sample-standing/lift',
    'GET /v1/samples/:sampleId',
    'POST /v1/samples/:sampleId/approval',
    'POST /v1/samples/:sampleId/rejection',
    'POST /v1/samples/:sampleId/cancellation',
    'POST /v1/samples/:sampleId/purchase',
    'POST /v1/samples/:sampleId/shipment',
    'POST /v1/samples/:sampleId/receipt',
    'POST /v1/samples/:sampleId/fulfilment',
    'POST /v1/samples/:sampleId/extension',
    'POST /v1/samples/:sampleId/refund',
  ),
  ...ofEach(
    ['brands', 'promoters'],
    'attribution',
    'GET /v1/{party}/:partyId/traffic',
    'GET /v1/{party}/:partyId/traffic/spends',
    'POST /v1/{party}/:partyId/traffic/spends',
  ),
  ...of(
    'attribution',
    'GET /v1/brands/:partyId/river/audience',
    'GET /v1/brands/:partyId/river/members/:buyerId',
    'GET /v1/brands/:partyId/river/uplift',
    'GET /v1/attribution/simulations',
    'POST /v1/attribution/simulations',
    'GET /v1/attribution/simulations/:simulationId',
    'GET /v1/attribution/simulations/:simulationId/progress',
    'GET /v1/attribution/simulations/:simulationId/promoters',
    'GET /v1/attribution/simulations/:simulationId/brands',
    'GET /v1/attribution/simulations/:simulationId/agencies',
    'GET /v1/attribution/simulations/:simulationId/recruiters',
    'GET /v1/attribution/simulations/:simulationId/lines',
    'GET /v1/appeals',
    'POST /v1/appeals',
    'GET /v1/appeals/:appealId',
    'POST /v1/appeals/:appealId/resolution',
    'POST /v1/appeals/:appealId/withdrawal',
  ),
  ...ofEach(parties, 'commissions', 'GET /v1/{party}/:partyId/sales'),
  ...ofEach(parties, 'settlement', 'GET /v1/{party}/:partyId/balance'),
  ...of(
    'settlement',
    'GET /v1/ledger/trial-balance',
    'GET /v1/ledger/journal',
    'GET /v1/ledger/seals',
    'GET /v1/audit-log',
    'PUT /v1/orders/:orderId/lines/:lineNo/hold',
    'DELETE /v1/orders/:orderId/lines/:lineNo/hold',
    'POST /v1/settlement-runs key-required',
    'GET /v1/settlement-runs',
    'GET /v1/settlement-runs/:runId',
    'GET /v1/settlement-runs/:runId/statements',
    'GET /v1/statements',
    'GET /v1/statements/:statementId',
    'GET /v1/statements/:statementId.csv',
    'GET /v1/statements/:statementId.xlsx',
    'GET /v1/monthly-statements',
    'POST /v1/payouts key-required',
    'GET /v1/payouts',
    'GET /v1/payouts/file',
    'POST /v1/payouts/results key-required',
    'POST /v1/payouts/batches key-required',
    'GET /v1/payouts/batches/:batchId',
    'GET /v1/payouts/batches/:batchId/verdicts',
    'GET /v1/payouts/:payoutId',
    'POST /v1/payouts/:payoutId/result key-required',
    'GET /v1/tax-reports/:quarter',
    'GET /v1/adjustments',
    'POST /v1/adjustments key-required',
    'POST /v1/adjustments/write-off key-required',
    'POST /v1/adjustments/sweep key-required',
    'GET /v1/adjustments/:adjustmentId',
    'POST /v1/adjustments/:adjustmentId/approval key-required',
    'POST /v1/adjustments/:adjustmentId/rejection',
    'POST /v1/bills key-required',
    'GET /v1/reconciliations/:businessDate',
    'POST /v1/reconciliations/:businessDate/differences/:differenceId/resolution key-required',
  ),
  ...of(
    'push',
    'GET /v1/webhooks',
    'POST /v1/webhooks',
    'GET /v1/webhooks/:webhookId',
    'PUT /v1/webhooks/:webhookId',
    'DELETE /v1/webhooks/:webhookId',
    'POST /v1/webhooks/:webhookId/secret',
    'POST /v1/webhooks/:webhookId/test',
    'GET /v1/webhooks/:webhookId/deliveries',
    'POST /v1/webhooks/:webhookId/deliveries/replay',
    'POST /v1/webhooks/:webhookId/deliveries/:deliveryId/replay',
  ),
];

const byPattern = new Map(routes.map(route => [`${route.method} ${route.path}`, route]));

/** The route that a request matched; HEAD is answered as GET is. */
export const routeOf = (method: string, pattern: string): Route | undefined =>
  byPattern.get(`${method === 'HEAD' ? 'GET' : method} ${pattern}`);

/** The patterns of one method, for the controller. */
export const patternsOf = (method: Method): string[] =>
  routes.filter(route => route.method === method).map(route => route.path);
