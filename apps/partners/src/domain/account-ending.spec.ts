import { endingOf } from './account-ending';

it('of a short account nothing is shown', () => {
  expect([endingOf('62220001'), endingOf('1234')]).toEqual(['0001', '']);
});
