import { patternsOf, routeOf, routes } from './routes';

describe('the routes', () => {
  it('name each address once', () => {
    const names = routes.map(route => `${route.method} ${route.path.replace(/:\w+/g, ':')}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each([
    ['PUT', '/v1/policies/:policy', 'partners'],
    ['PUT', '/v1/agencies/:partyId', 'partners'],
    ['GET', '/v1/categories', 'product-pool'],
    ['POST', '/v1/promoters/:partyId/picks', 'product-pool'],
    ['GET', '/v1/agencies/:partyId/sales', 'commissions'],
    ['GET', '/v1/brands/:partyId/balance', 'settlement'],
    ['GET', '/v1/ledger/journal', 'settlement'],
    ['GET', '/v1/brands/:partyId/traffic', 'attribution'],
    ['HEAD', '/v1/brands/:partyId/river/audience', 'attribution'],
  ])('send %s %s to %s', (method, path, service) => {
    expect(routeOf(method, path)?.service).toBe(service);
  });

  it('want a key wherever money moves, and nowhere else', () => {
    const wanting = routes.filter(route => route.keyRequired).map(route => `${route.method} ${route.path}`);
    expect(wanting.sort()).toEqual([
      'POST /v1/adjustments',
      'POST /v1/adjustments/:adjustmentId/approval',
      'POST /v1/adjustments/sweep',
      'POST /v1/adjustments/write-off',
      'POST /v1/bills',
      'POST /v1/payouts',
      'POST /v1/payouts/:payoutId/result',
      'POST /v1/payouts/batches',
      'POST /v1/payouts/results',
      'POST /v1/reconciliations/:businessDate/differences/:differenceId/resolution',
      'POST /v1/settlement-runs',
    ]);
  });

  it('know no other address', () => {
    expect(routeOf('PATCH', '/v1/brands/:partyId')).toBeUndefined();
    expect(routeOf('GET', '/internal/progress')).toBeUndefined();
    expect(patternsOf('GET')).not.toContain('/v1/suspensions');
  });
});
