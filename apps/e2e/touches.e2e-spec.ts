import { SystemUnderTest } from '@chuanliu/testing/system-under-test';
import { Alliance } from './alliance';
import { tellAppealAgainstASale } from './touches/appeal-against-a-sale';
import { tellAssistedSale } from './touches/assisted-sale';
import { tellSaleThatChangesHands } from './touches/sale-that-changes-hands';
import { tellSimulatedPolicy } from './touches/simulated-policy';
import { tellWindowEdges } from './touches/window-edges';

jest.setTimeout(180_000);

describe('touches, from the buyer’s click to the books', () => {
  let system: SystemUnderTest;
  let alliance: Alliance;

  beforeAll(async () => {
    system = await SystemUnderTest.start();
    alliance = new Alliance(system);
  });
  afterAll(() => system?.stop());

  // First, since it looks at whole books.
  describe('a sale that two helped with', () => tellAssistedSale(() => alliance));
  describe('a sale that nobody brought', () => tellSaleThatChangesHands(() => alliance));
  describe('another policy, tried on a past day,', () => tellSimulatedPolicy(() => alliance));
  describe('a touch counts to the millisecond:', () => tellWindowEdges(() => alliance));
  describe('an appeal against a sale', () => tellAppealAgainstASale(() => alliance));
});
