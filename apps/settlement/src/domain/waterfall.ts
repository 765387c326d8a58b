import type { ShareName } from './posting';

/** What lines came to in which a party has one share: the sum of their bases, and of everybody's shares. */
export interface LinesOfRole {
  role: ShareName;
  baseFen: number;
  /** Σ of each share over these lines; a share that nobody has is left out. */
  shares: Partial<Record<ShareName, number>>;
}

export type WaterfallStep =
  | 'base'
  | 'commission'
  | 'service-fee'
  | 'tech-fee'
  | 'promotion-fee'
  | 'assists'
  | 'agency'
  | 'second-recruiter'
  | 'assist-share'
  | 'agency-share'
  | 'second-recruiter-share'
  | 'yours';

/**
 * How a party's shares follow from the whole they are cut from, step by step: what is taken away is negative, and the last
 * step, `yours`, is the sum of those before it. A brand begins with the base, a promoter with the commission, a recruiter
 * with the service fee; shares that are cut out of another's begin with themselves.
 */
export function waterfall({ role, baseFen, shares }: LinesOfRole): Array<{ step: WaterfallStep; amountFen: number }> {
  const of = (...names: ShareName[]) => names.reduce((sum, name) => sum + (shares[name] ?? 0), 0);
  const commissionFen = of('promoter', 'assist', 'agency', 'promotion-fee');
  const serviceFen = of('recruiter', 'second-recruiter');
  const steps = ((): Array<[WaterfallStep, number]> => {
    switch (role) {
      case 'brand':
        return [
          ['base', baseFen],
          ['commission', -commissionFen],
          ['service-fee', -serviceFen],
          ['tech-fee', -of('tech-fee')],
        ];
      case 'promoter':
        return [
          ['commission', commissionFen],
          ['promotion-fee', -of('promotion-fee')],
          ['assists', -of('assist')],
          ['agency', -of('agency')],
        ];
      case 'recruiter':
        return [
          ['service-fee', serviceFen],
          ['second-recruiter', -of('second-recruiter')],
        ];
      case 'assist':
        return [['assist-share', of('assist')]];
      case 'agency':
        return [['agency-share', of('agency')]];
      case 'second-recruiter':
        return [['second-recruiter-share', of('second-recruiter')]];
      case 'tech-fee':
      case 'promotion-fee':
        throw new RangeError(`${role} is the platform's own`);
    }
  })();
  const rows = steps.map(([step, amountFen]) => ({ step, amountFen: amountFen === 0 ? 0 : amountFen }));
  return [...rows, { step: 'yours', amountFen: rows.reduce((sum, { amountFen }) => sum + amountFen, 0) }];
}
