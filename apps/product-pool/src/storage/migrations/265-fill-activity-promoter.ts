import type { Migration } from '@chuanliu/database/migration';

const digits = (name: string) =>
  `(${Array.from({ length: 10 }, (_, n) => `SELECT ${n}${n === 0 ? ' AS n' : ''}`).join(' UNION ALL ')}) ${name}`;

export const fillActivityPromoter: Migration = {
  at: 1763800000265,
  name: 'fill-activity-promoter',
  // A list names 500 at most; servers have no common way to unfold JSON but by place.
  up: `INSERT IGNORE INTO activity_promoter (promoter_id, product_id, activity_id)
    SELECT JSON_UNQUOTE(JSON_EXTRACT(v.promoters, CONCAT('$[', a.n + 10 * b.n + 100 * c.n, ']'))),
      v.product_id, v.activity_id
    FROM activity_plan_version v JOIN ${digits('a')} JOIN ${digits('b')} JOIN ${digits('c')}
    WHERE v.promoters IS NOT NULL AND a.n + 10 * b.n + 100 * c.n < JSON_LENGTH(v.promoters)`,
};
