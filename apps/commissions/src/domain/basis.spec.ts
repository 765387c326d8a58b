import { withoutPromoter, type SplitTerms } from '@chuanliu/split-rules/split-terms';
import { basisDigest, basisIn, basisText, isSameDecision, type Basis } from './basis';

const terms: SplitTerms = {
  commissionBps: 2000,
  serviceBps: 500,
  secondServiceBps: 200,
  assistBps: 1000,
  recruiterId: 're-1',
  secondRecruiterId: 're-2',
  techFeeBps: 500,
  promotionFeeBps: 100,
  agencyBps: 3000,
  agencyId: 'ag-1',
  effectiveFrom: '2026-11-01T00:00:00.000Z',
};
const decision = {
  outcome: 'distribution' as const,
  promoterId: 'pr-1',
  pickId: 'pi-1',
  assistantIds: ['pr-2', 'pr-3'],
};
const basis: Basis = { decision, terms };

describe('what divides a line', () => {
  it('is read back as it was written, assistants in byte order', () => {
    expect(basisIn(basisText(basis))).toEqual(basis);
    expect(basisIn(basisText({ ...basis, decision: { ...decision, assistantIds: ['pr-3', 'pr-2'] } }))).toEqual(basis);
    const organic: Basis = {
      decision: { outcome: 'organic', promoterId: null, pickId: null, assistantIds: [] },
      terms: withoutPromoter(500),
    };
    expect(basisIn(basisText(organic))).toEqual(organic);
  });

  it.each(Object.keys(terms).filter(name => name !== 'effectiveFrom'))('has another digest with another %s', name => {
    const other = { ...terms, [name]: typeof terms[name as keyof SplitTerms] === 'number' ? 7 : 'other' };
    expect(basisDigest({ decision, terms: other })).not.toBe(basisDigest(basis));
  });

  it.each([{ outcome: 'organic' as const }, { promoterId: 'pr-9' }, { pickId: 'pi-9' }, { assistantIds: ['pr-2'] }])(
    'has another digest with %j',
    other => {
      expect(basisDigest({ terms, decision: { ...decision, ...other } })).not.toBe(basisDigest(basis));
      expect(isSameDecision({ ...decision, ...other }, decision)).toBe(false);
    },
  );

  it('has the same digest by terms that were written anew with the same rates, and by assistants in another order', () => {
    const anew = { ...terms, effectiveFrom: '2026-11-02T00:00:00.000Z' };
    const turned = { ...decision, assistantIds: ['pr-3', 'pr-2'] };
    expect(basisDigest({ decision: turned, terms: anew })).toBe(basisDigest(basis));
    expect(isSameDecision(turned, decision)).toBe(true);
  });

  it('keeps its digest over versions of this program', () => {
    expect(basisDigest(basis)).toMatchInlineSnapshot(`"NCDs6N0r5B7GQy6eT0MzNDk_kQg9n_QzCGa0dp5uAzU"`);
  });
});
