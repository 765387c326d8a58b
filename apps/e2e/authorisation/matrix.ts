/** Who asks: a client of each role, and somebody without a token. */
export const roles = ['operator', 'finance', 'brand', 'promoter', 'recruiter', 'agency'] as const;
export type Role = (typeof roles)[number];

/**
 * What a role meets at a route. A role that a row leaves out is refused by its role (403), whatever it asks for.
 *
 * - `any`: answered, whoever the thing belongs to
 * - `own`: answered for what is theirs; what is another's is absent (404)
 * - `hidden`: the role may ask, but there is never anything for them to see (404)
 */
export type Expectation = 'any' | 'own' | 'hidden';
export type Row = Partial<Record<Role, Expectation>>;

const everybody: Row = {
  operator: 'any',
  finance: 'any',
  brand: 'any',
  promoter: 'any',
  recruiter: 'any',
  agency: 'any',
};
const operator: Row = { operator: 'any' };
const finance: Row = { finance: 'any' };
const staff: Row = { operator: 'any', finance: 'any' };
const ofItsParty: Row = { operator: 'any', brand: 'own', promoter: 'own' };
const everyParty: Row = { brand: 'any', promoter: 'any', recruiter: 'any', agency: 'any' };
const strangers: Row = { brand: 'hidden', promoter: 'hidden', recruiter: 'hidden', agency: 'hidden' };

/** Every route that asks for a token: one that is not here fails the test, and so does a row without a route. */
export const matrix: Record<string, Row> = {
  // Who takes part.
  'GET /v1/brands': staff,
  'GET /v1/brands/{partyId}': { ...staff, brand: 'own' },
  'PUT /v1/brands/{partyId}': operator,
  'PUT /v1/brands/{partyId}/payee': operator,
  'PUT /v1/brands/{partyId}/suspensions/{suspensionId}': operator,
  'GET /v1/promoters': staff,
  'GET /v1/promoters/{partyId}': { ...staff, promoter: 'own' },
  'PUT /v1/promoters/{partyId}': operator,
  'PUT /v1/promoters/{partyId}/agency': operator,
  'PUT /v1/promoters/{partyId}/payee': operator,
  'PUT /v1/promoters/{partyId}/suspensions/{suspensionId}': operator,
  'GET /v1/recruiters': staff,
  'GET /v1/recruiters/{partyId}': { ...staff, recruiter: 'own' },
  'PUT /v1/recruiters/{partyId}': operator,
  'PUT /v1/recruiters/{partyId}/payee': operator,
  'GET /v1/agencies': staff,
  'GET /v1/agencies/{partyId}': { ...staff, agency: 'own' },
  'PUT /v1/agencies/{partyId}': operator,
  'PUT /v1/agencies/{partyId}/payee': operator,
  'GET /v1/accounts/{accountId}': { ...staff, brand: 'own', promoter: 'own' },
  'PUT /v1/accounts/{accountId}': operator,
  'GET /v1/policies/{policy}': staff,
  'PUT /v1/policies/{policy}': operator,

  // What is offered, and on which terms.
  'GET /v1/categories': everybody,
  'PUT /v1/categories': operator,
  'GET /v1/products': { ...staff, brand: 'own' },
  'GET /v1/products/export': { operator: 'any', brand: 'own' },
  'POST /v1/products/import': { operator: 'any', brand: 'any' }, // Each row is judged by itself, here and below.
  'POST /v1/products/bulk': { operator: 'any', brand: 'any' },
  'GET /v1/products/{productId}': { ...staff, brand: 'own' },
  'PUT /v1/products/{productId}': { operator: 'any', brand: 'own' },
  'GET /v1/products/{productId}/plans/open': { ...staff, brand: 'own' },
  'PUT /v1/products/{productId}/plans/open': { operator: 'any', brand: 'own' },
  'GET /v1/products/{productId}/plans': { ...staff, brand: 'own' },
  'GET /v1/products/{productId}/plans/{plan}': { ...staff, brand: 'own' },
  'PUT /v1/products/{productId}/plans/{plan}': { operator: 'any', brand: 'own' },
  'DELETE /v1/products/{productId}/plans/{plan}/{promoterId}': { operator: 'any', brand: 'own' },
  'PUT /v1/products/{productId}/plans/activity': operator,
  'PUT /v1/products/{productId}/plans/exclusive-activity': operator,
  'GET /v1/brands/{partyId}/plans/shop-directed': { ...staff, brand: 'own' },
  'PUT /v1/brands/{partyId}/plans/shop-directed': { operator: 'any', brand: 'own' },
  'DELETE /v1/brands/{partyId}/plans/shop-directed/{promoterId}': { operator: 'any', brand: 'own' },
  'GET /v1/products/{productId}/terms': { ...staff, brand: 'own', promoter: 'own' },
  'GET /v1/products/{productId}/plans/directed/applications': { operator: 'any', brand: 'own' },
  'POST /v1/products/{productId}/plans/directed/applications': { promoter: 'any' }, // Nobody applies for another.
  'POST /v1/products/{productId}/plans/directed/applications/{applicationId}/resolution': {
    operator: 'any',
    brand: 'own',
  },
  'GET /v1/brands/{partyId}/applications': { operator: 'any', brand: 'own' },
  'GET /v1/promoters/{partyId}/applications': { operator: 'any', promoter: 'own' },
  'GET /v1/source-policies/{source}': everybody,
  'PUT /v1/source-policies/{source}': operator,
  'GET /v1/promoters/{partyId}/pool': { operator: 'any', promoter: 'own' },
  'POST /v1/pool/index/rebuild': operator,
  'GET /v1/promoters/{partyId}/picks': { ...staff, promoter: 'own' },
  'GET /v1/promoters/{partyId}/picks/{pickId}': { ...staff, promoter: 'own' },
  'POST /v1/promoters/{partyId}/picks': { operator: 'any', promoter: 'own' },
  'POST /v1/promoters/{partyId}/picks/batch': { operator: 'any', promoter: 'own' },
  'DELETE /v1/promoters/{partyId}/picks/{pickId}': { operator: 'any', promoter: 'own' },
  'GET /v1/cart-tokens/{token}': everybody, // Whoever has the token has been given it.

  // Samples: the promoter asks, the brand gives, the promoter shows.
  'GET /v1/promoters/{partyId}/samples': { operator: 'any', promoter: 'own' },
  'POST /v1/promoters/{partyId}/samples': { operator: 'any', promoter: 'own' },
  'GET /v1/promoters/{partyId}/sample-standing': { operator: 'any', promoter: 'own' },
  'POST /v1/promoters/{partyId}/sample-standing/lift': operator,
  'GET /v1/brands/{partyId}/samples': { operator: 'any', brand: 'own' },
  'GET /v1/samples/{sampleId}': { operator: 'any', brand: 'own', promoter: 'own' },
  'POST /v1/samples/{sampleId}/approval': { operator: 'any', brand: 'own' },
  'POST /v1/samples/{sampleId}/rejection': { operator: 'any', brand: 'own' },
  'POST /v1/samples/{sampleId}/shipment': { operator: 'any', brand: 'own' },
  'POST /v1/samples/{sampleId}/extension': { operator: 'any', brand: 'own' },
  'POST /v1/samples/{sampleId}/refund': { operator: 'any', brand: 'own' },
  'POST /v1/samples/{sampleId}/cancellation': { operator: 'any', promoter: 'own' },
  'POST /v1/samples/{sampleId}/purchase': { operator: 'any', promoter: 'own' },
  'POST /v1/samples/{sampleId}/receipt': { operator: 'any', promoter: 'own' },
  'POST /v1/samples/{sampleId}/fulfilment': { operator: 'any', promoter: 'own' },

  // What was sold, and what it earned.
  'GET /v1/orders/{orderId}': { ...staff, brand: 'own' },
  'GET /v1/orders/{orderId}/explanation': { ...staff, promoter: 'own' },
  'GET /v1/brands/{partyId}/sales': { ...finance, ...strangers, brand: 'own' },
  'GET /v1/promoters/{partyId}/sales': { ...finance, ...strangers, promoter: 'own' },
  'GET /v1/recruiters/{partyId}/sales': { ...finance, ...strangers, recruiter: 'own' },
  'GET /v1/agencies/{partyId}/sales': { ...finance, ...strangers, agency: 'own' },
  'GET /v1/brands/{partyId}/balance': { finance: 'any', brand: 'own' },
  'GET /v1/promoters/{partyId}/balance': { finance: 'any', promoter: 'own' },
  'GET /v1/recruiters/{partyId}/balance': { finance: 'any', recruiter: 'own' },
  'GET /v1/agencies/{partyId}/balance': { finance: 'any', agency: 'own' },
  'GET /v1/payouts': { finance: 'any', brand: 'any', promoter: 'any', recruiter: 'any', agency: 'any' }, // Its own, each.
  'POST /v1/payouts': { finance: 'any', brand: 'own', promoter: 'own', recruiter: 'own', agency: 'own' },
  'GET /v1/payouts/{payoutId}': { ...strangers, finance: 'hidden' }, // Nothing was paid out here.
  'POST /v1/payouts/{payoutId}/result': { finance: 'hidden' },
  'GET /v1/payouts/file': finance,
  'POST /v1/payouts/results': finance,
  'POST /v1/payouts/batches': finance,
  'GET /v1/payouts/batches/{batchId}': { finance: 'hidden' },
  'GET /v1/payouts/batches/{batchId}/verdicts': { finance: 'hidden' },
  'GET /v1/tax-reports/{quarter}': finance,
  'GET /v1/ledger/trial-balance': finance,
  'GET /v1/ledger/journal': finance,
  'GET /v1/ledger/seals': finance,

  // Settling business days.
  'PUT /v1/orders/{orderId}/lines/{lineNo}/hold': finance,
  'DELETE /v1/orders/{orderId}/lines/{lineNo}/hold': finance,
  'POST /v1/settlement-runs': finance,
  'GET /v1/settlement-runs': finance,
  'GET /v1/settlement-runs/{runId}': { finance: 'hidden' }, // Nothing was settled here.
  'GET /v1/settlement-runs/{runId}/statements': { finance: 'hidden' },
  'GET /v1/statements': { finance: 'any', ...everyParty }, // A party's list holds its own.
  'GET /v1/statements/{statementId}': { finance: 'hidden', ...strangers },
  'GET /v1/statements/{statementId}.csv': { finance: 'hidden', ...strangers },
  'GET /v1/statements/{statementId}.xlsx': { finance: 'hidden', ...strangers },
  'GET /v1/monthly-statements': { finance: 'any', ...everyParty }, // As the list of statements.

  // Changing the books by hand.
  'GET /v1/adjustments': finance,
  'POST /v1/adjustments': finance,
  'POST /v1/adjustments/write-off': finance,
  'POST /v1/adjustments/sweep': finance,
  'GET /v1/adjustments/{adjustmentId}': { finance: 'hidden' }, // Nobody proposed any here.
  'POST /v1/adjustments/{adjustmentId}/approval': { finance: 'hidden' },
  'POST /v1/adjustments/{adjustmentId}/rejection': { finance: 'hidden' },
  'GET /v1/audit-log': staff,

  // Being told of it.
  'GET /v1/webhooks': { operator: 'any', brand: 'any', promoter: 'any' }, // A party's list holds its own.
  'POST /v1/webhooks': { operator: 'any', brand: 'any', promoter: 'any' }, // Whoever asks is whom it is for.
  'GET /v1/webhooks/{webhookId}': ofItsParty,
  'PUT /v1/webhooks/{webhookId}': ofItsParty,
  'DELETE /v1/webhooks/{webhookId}': ofItsParty,
  'POST /v1/webhooks/{webhookId}/secret': ofItsParty,
  'POST /v1/webhooks/{webhookId}/test': ofItsParty,
  'GET /v1/webhooks/{webhookId}/deliveries': ofItsParty,
  'POST /v1/webhooks/{webhookId}/deliveries/replay': ofItsParty,
  'POST /v1/webhooks/{webhookId}/deliveries/{deliveryId}/replay': ofItsParty,

  // What another policy of attribution would move.
  'GET /v1/attribution/simulations': staff,
  'POST /v1/attribution/simulations': staff,
  'GET /v1/attribution/simulations/{simulationId}': staff,
  'GET /v1/attribution/simulations/{simulationId}/progress': staff,
  'GET /v1/attribution/simulations/{simulationId}/promoters': staff,
  'GET /v1/attribution/simulations/{simulationId}/brands': staff,
  'GET /v1/attribution/simulations/{simulationId}/agencies': staff,
  'GET /v1/attribution/simulations/{simulationId}/recruiters': staff,
  'GET /v1/attribution/simulations/{simulationId}/lines': staff,

  // The river.
  'GET /v1/brands/{partyId}/river/audience': { ...staff, brand: 'own' },
  'GET /v1/brands/{partyId}/river/members/{buyerId}': { ...staff, brand: 'own' },
  'GET /v1/brands/{partyId}/river/uplift': { finance: 'any', brand: 'own' },
  'GET /v1/brands/{partyId}/traffic': { ...staff, brand: 'own' },
  'GET /v1/promoters/{partyId}/traffic': { ...staff, promoter: 'own' },
  'GET /v1/brands/{partyId}/traffic/spends': { ...staff, brand: 'own' },
  'GET /v1/promoters/{partyId}/traffic/spends': { ...staff, promoter: 'own' },
  'POST /v1/brands/{partyId}/traffic/spends': { operator: 'any', brand: 'own' },
  'POST /v1/promoters/{partyId}/traffic/spends': { operator: 'any', promoter: 'own' },

  // Disputing it.
  'GET /v1/appeals': { ...staff, brand: 'any', promoter: 'any' }, // A party's list holds its own.
  'POST /v1/appeals': { brand: 'own', promoter: 'own' },
  'GET /v1/appeals/{appealId}': { ...staff, brand: 'own', promoter: 'own' },
  'POST /v1/appeals/{appealId}/resolution': operator,
  'POST /v1/appeals/{appealId}/withdrawal': { brand: 'own', promoter: 'own' },

  // Running it.
  'POST /v1/clients': operator,
  'POST /v1/channels': operator,
  'GET /v1/exceptions': staff,
  'GET /v1/progress': staff,
  'POST /v1/parked-events/{id}/replay': { operator: 'hidden' }, // Nothing is parked here.
};

/** Doors with a proof of their own: a client's secret, a channel's signature. */
export const ownProof = ['POST /v1/token', 'POST /v1/orders/events', 'POST /v1/touches'];

/** The door passes these on already, but no service answers them yet: there is nothing there, for anybody. */
export const notYet = [
  'GET /v1/brands/{partyId}/payee',
  'GET /v1/brands/{partyId}/suspensions',
  'GET /v1/brands/{partyId}/suspensions/{suspensionId}',
  'GET /v1/promoters/{partyId}/agency',
  'GET /v1/promoters/{partyId}/payee',
  'GET /v1/promoters/{partyId}/suspensions',
  'GET /v1/promoters/{partyId}/suspensions/{suspensionId}',
  'GET /v1/recruiters/{partyId}/payee',
  'GET /v1/agencies/{partyId}/payee',
  'GET /v1/accounts',
  'POST /v1/bills',
  'GET /v1/reconciliations/{businessDate}',
  'POST /v1/reconciliations/{businessDate}/differences/{differenceId}/resolution',
];
