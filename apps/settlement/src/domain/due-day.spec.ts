import { BEGINNING_OF_TIME } from '@chuanliu/dated-facts/versions';
import { dueDay } from './due-day';

const receivedAt = '2026-11-09T12:00:00.000Z';
const scored = (shopScore: number) => [{ effectiveFrom: BEGINNING_OF_TIME, shopScore }];

describe('the day on which an order is due', () => {
  it.each([
    [500, '2026-11-16'],
    [460, '2026-11-16'],
    [459, '2026-11-24'],
    [400, '2026-11-24'],
    [399, '2026-11-29'],
    [0, '2026-11-29'],
  ])('is by the shop score: of %i, %s', (score, day) => {
    expect(dueDay(receivedAt, scored(score), [])).toBe(day);
  });

  it('counts from the day in Shanghai, and takes 4.50 for a score that nobody set', () => {
    expect(dueDay('2026-11-09T15:59:59.999Z', [], [])).toBe('2026-11-24');
    expect(dueDay('2026-11-09T16:00:00.000Z', [], [])).toBe('2026-11-25');
  });

  it('is by the score and the policy in force when the goods were received', () => {
    const scores = [...scored(460), { effectiveFrom: '2026-11-09T12:00:00.001Z', shopScore: 100 }];
    expect(dueDay(receivedAt, scores, [])).toBe('2026-11-16');
    const tiers = [{ minShopScore: 460, holdDays: 1 }];
    expect(dueDay(receivedAt, scores, [{ effectiveFrom: receivedAt, tiers }])).toBe('2026-11-10');
    expect(dueDay(receivedAt, scores, [{ effectiveFrom: '2026-11-09T12:00:00.001Z', tiers }])).toBe('2026-11-16');
  });

  it('is the latest for a score below every tier', () => {
    const tiers = [
      { minShopScore: 300, holdDays: 9 },
      { minShopScore: 400, holdDays: 3 },
    ];
    expect(dueDay(receivedAt, scored(200), [{ effectiveFrom: BEGINNING_OF_TIME, tiers }])).toBe('2026-11-18');
  });
});
