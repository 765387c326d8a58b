import type { Connection, RowDataPacket } from 'mysql2/promise';

/** Beyond every number that the service gives out while the books are filled. */
const FIRST_ACCOUNT = 1_000_000;
export const ESCROW = { id: FIRST_ACCOUNT, name: 'asset:escrow:books' };

/** Who earned from the lines: of a hundred parties ten are brands, 85 promoters, three recruiters and two agencies. */
export interface Parties {
  brands: number;
  promoters: number;
  recruiters: number;
  agencies: number;
}

export function partiesOf(count: number): Parties {
  const [brands, recruiters, agencies] = [0.1, 0.03, 0.02].map(part => Math.round(count * part));
  return {
    brands: brands!,
    recruiters: recruiters!,
    agencies: agencies!,
    promoters: count - brands! - recruiters! - agencies!,
  };
}

/**
 * Opens the parties' accounts: `pending` and `available`, as parties have them who settle every day.
 * @returns the account of the technical fee
 */
export async function openAccounts(connection: Connection, parties: Parties): Promise<number> {
  const rows: Array<[number, string]> = [[ESCROW.id, ESCROW.name]];
  for (const { kind, first, count } of accountsOf(parties)) {
    for (let n = 0; n < count; n++) {
      const id = first + 2 * n;
      rows.push([id, `liability:${kind}:books-${kind}-${n}:pending`]);
      rows.push([id + 1, `liability:${kind}:books-${kind}-${n}:available`]);
    }
  }
  for (let start = 0; start < rows.length; start += 2_000)
    await connection.query('INSERT INTO account (account_id, name) VALUES ?', [rows.slice(start, start + 2_000)]);
  // Where the service has sold something, it has this one.
  await connection.query(`INSERT IGNORE INTO account (name) VALUES ('income:tech-fee')`);
  const [fees] = await connection.query<RowDataPacket[]>(
    `SELECT account_id AS id FROM account WHERE name = 'income:tech-fee'`,
  );
  return (fees[0] as { id: number }).id;
}

/** The number of the first `pending` of each kind; its `available` follows each one. */
export function accountsOf(parties: Parties) {
  let next = FIRST_ACCOUNT + 1;
  const kind = (name: 'brand' | 'promoter' | 'recruiter' | 'agency', count: number) => {
    const first = next;
    next += 2 * count;
    return { kind: name, first, count };
  };
  return [
    kind('brand', parties.brands),
    kind('promoter', parties.promoters),
    kind('recruiter', parties.recruiters),
    kind('agency', parties.agencies),
  ] as const;
}
