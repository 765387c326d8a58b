import { fromColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { valueInForce } from '@chuanliu/dated-facts/versions';
import type { Standing } from '../domain/grants';
import { appendTo } from './append-to';
import { readInParts } from './read-in-parts';

/** A score that nobody has set, in hundredths of a point. */
const DEFAULT_SCORE = 450;

interface ScoreVersion {
  effectiveFrom: string;
  score: number;
}

/** Shop scores and reputations, as of any instant. */
export class StandingOfParties {
  private constructor(
    private readonly shopScores: ReadonlyMap<string, ScoreVersion[]>,
    private readonly reputations: ReadonlyMap<string, ScoreVersion[]>,
  ) {}

  static async read(tx: Tx, brandIds: Iterable<string>, promoterIds: Iterable<string>): Promise<StandingOfParties> {
    return new StandingOfParties(
      await scores(
        tx,
        'SELECT brand_id AS id, effective_from, shop_score AS score FROM brand_version',
        'brand_id',
        brandIds,
      ),
      await scores(
        tx,
        'SELECT promoter_id AS id, effective_from, reputation AS score FROM promoter_version',
        'promoter_id',
        promoterIds,
      ),
    );
  }

  at(brandId: string, promoterId: string, at: string): Standing {
    return {
      shopScore: valueInForce(this.shopScores.get(brandId), 'score', at, DEFAULT_SCORE),
      reputation: valueInForce(this.reputations.get(promoterId), 'score', at, DEFAULT_SCORE),
    };
  }
}

async function scores(
  tx: Tx,
  select: string,
  column: 'brand_id' | 'promoter_id',
  ids: Iterable<string>,
): Promise<Map<string, ScoreVersion[]>> {
  const rows = await readInParts<{ id: string; effective_from: string; score: number | null }>(
    tx,
    `${select} WHERE ${column} IN (?)`,
    [...new Set(ids)],
  );
  const versions = new Map<string, ScoreVersion[]>();
  for (const { id, effective_from, score } of rows) {
    if (score !== null) appendTo(versions, id, { effectiveFrom: fromColumn(effective_from), score });
  }
  return versions;
}
