/** How much of a run or batch is done in one transaction: small steps let others in sooner, great ones are done sooner. */
export class StepSizes {
  /** Of a settlement run: a few hundred milliseconds, during which a slice that needs one of them waits. */
  orders = 500;
  /** Of a batch of payouts: few, since nobody else is paid while they are. */
  parties = 50;
}
