import type { Migration } from '@chuanliu/database/migration';

export const barTaobaoFromLive: Migration = {
  at: 1763800000238,
  name: 'bar-taobao-from-live',
  // What Kuaishou announced for 1 March 2022 (00:00 in Shanghai): links of the Taobao alliance leave the carts of live
  // streams. It stands here as an example; an operator may write any other version of any source's policy.
  up: `INSERT IGNORE INTO source_policy_version (source, effective_from, surfaces, written_at)
    VALUES ('taobao-alliance', '2022-02-28 16:00:00.000', '{"live":false}', '2022-02-28 16:00:00.000')`,
};
