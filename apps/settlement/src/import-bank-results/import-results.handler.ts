import { Injectable } from '@nestjs/common';
import type { Caller } from '@chuanliu/auth/caller';
import { Closed, Id } from '@chuanliu/contracts/shapes';
import type { Fault } from '@chuanliu/http/faults';
import { compileShape, validate } from '@chuanliu/http/validate';
import { fromYuan } from '@chuanliu/money/yuan';
import { Problem, typePath } from '@chuanliu/problems/problem';
import { amountDiffers } from '../domain/payout.problems';
import { PayoutResult } from '../record-payout-result/payout-result.dto';
import { RecordPayoutResultHandler, type ToldResult } from '../record-payout-result/record-payout-result.handler';
import type { Refused, ResultsImported } from './import-results.dto';
import { readResultsFile, type ResultRow } from './read-results-file';

const shape = compileShape(Closed({ payoutId: Id, ...PayoutResult.properties }));

/** In one transaction: few, since nobody is paid meanwhile. */
const ROWS_AT_ONCE = 50;

/** The bank's results, some rows in each transaction, so that an import that broke off is sent again. */
@Injectable()
export class ImportResultsHandler {
  constructor(private readonly results: RecordPayoutResultHandler) {}

  /** @throws Problem when the file as a whole cannot be taken, see readResultsFile */
  async run(caller: Caller, file: Buffer): Promise<ResultsImported> {
    const imported: ResultsImported = { applied: 0, repeated: 0, refused: [] };
    const rows = readResultsFile(file);
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
      const some = rows.slice(start, start + ROWS_AT_ONCE);
      for (const [i, outcome] of (await this.record(caller, some)).entries()) {
        if (outcome instanceof Problem) imported.refused.push(refusal(start + i + 1, some[i]!, outcome));
        else if (outcome.isRepeated) imported.repeated += 1;
        else imported.applied += 1;
      }
    }
    return imported;
  }

  /** @returns what became of each row, in their order */
  private async record(caller: Caller, rows: readonly ResultRow[]): Promise<Array<{ isRepeated: boolean } | Problem>> {
    const read = rows.map(resultIn);
    const readable = read.filter((one): one is ToldResult => !(one instanceof Problem));
    const outcomes = (await this.results.runAll(caller, readable)).values();
    return read.map(one => (one instanceof Problem ? one : outcomes.next().value!));
  }
}

/** What a row says, or what is wrong with how it says it. */
function resultIn({ amountYuan, reason, ...cells }: ResultRow): ToldResult | Problem {
  try {
    const { payoutId, ...result } = validate(shape, { ...cells, ...(reason === '' ? {} : { reason }) });
    const requireFits: ToldResult['requireFits'] = ({ netFen }) => {
      if (fromYuan(amountYuan) !== netFen) throw amountDiffers(netFen);
    };
    return { payoutId, result, requireFits };
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return problem;
  }
}

function refusal(row: number, { payoutId }: ResultRow, { type, title, facts }: Problem): Refused {
  const errors = (facts.errors as Fault[] | undefined) ?? [];
  return { row, payoutId: payoutId.slice(0, 64), type: typePath(type), title, errors };
}
