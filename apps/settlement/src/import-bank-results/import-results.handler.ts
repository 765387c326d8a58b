import { Injectable } from '@nestjs/common';
import type { Caller } from '@chuanliu/auth/caller';
import { Closed, Id } from '@chuanliu/contracts/shapes';
import type { Fault } from '@chuanliu/http/faults';
import { compileShape, validate } from '@chuanliu/http/validate';
import { fromYuan } from '@chuanliu/money/yuan';
import { Problem, typePath } from '@chuanliu/problems/problem';
import { amountDiffers } from '../domain/payout.problems';
import { PayoutResult } from '../record-payout-result/payout-result.dto';
import { RecordPayoutResultHandler } from '../record-payout-result/record-payout-result.handler';
import type { Refused, ResultsImported } from './import-results.dto';
import { readResultsFile, type ResultRow } from './read-results-file';

const shape = compileShape(Closed({ payoutId: Id, ...PayoutResult.properties }));

/** The bank's results, row by row: each is a transaction of its own, so that an import that broke off is sent again. */
@Injectable()
export class ImportResultsHandler {
  constructor(private readonly results: RecordPayoutResultHandler) {}

  /** @throws Problem when the file as a whole cannot be taken, see readResultsFile */
  async run(caller: Caller, file: Buffer): Promise<ResultsImported> {
    const imported: ResultsImported = { applied: 0, repeated: 0, refused: [] };
    for (const [index, row] of readResultsFile(file).entries()) {
      try {
        const isRepeated = await this.record(caller, row);
        if (isRepeated) imported.repeated += 1;
        else imported.applied += 1;
      } catch (problem) {
        if (!(problem instanceof Problem)) throw problem;
        imported.refused.push(refusal(index + 1, row, problem));
      }
    }
    return imported;
  }

  private async record(caller: Caller, { amountYuan, reason, ...cells }: ResultRow): Promise<boolean> {
    const { payoutId, ...result } = validate(shape, { ...cells, ...(reason === '' ? {} : { reason }) });
    const recorded = await this.results.run(caller, payoutId, result, ({ netFen }) => {
      if (fromYuan(amountYuan) !== netFen) throw amountDiffers(netFen);
    });
    return recorded.isRepeated;
  }
}

function refusal(row: number, { payoutId }: ResultRow, { type, title, facts }: Problem): Refused {
  const errors = (facts.errors as Fault[] | undefined) ?? [];
  return { row, payoutId: payoutId.slice(0, 64), type: typePath(type), title, errors };
}
