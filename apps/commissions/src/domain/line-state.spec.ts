import { stateOf } from './line-state';

describe('the state of a line', () => {
  const life = { isReceived: false, isHeld: false, isSettled: false };

  it.each([
    [100, {}, 'estimated'],
    [100, { isReceived: true }, 'confirmed'],
    [100, { isHeld: true }, 'frozen'],
    [100, { isReceived: true, isHeld: true }, 'frozen'],
    [0, { isReceived: true, isHeld: true }, 'void'],
    [100, { isReceived: true, isSettled: true }, 'settled'],
    [0, { isReceived: true, isSettled: true }, 'settled'],
    [100, { isReceived: true, isHeld: true, isSettled: true }, 'settled'],
  ] as const)('with a base of %i and %j is %s', (baseFen, more, state) => {
    expect(stateOf(baseFen, { ...life, ...more })).toBe(state);
  });
});
