import { Controller, Get, Query } from '@nestjs/common';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { PartyKind } from '@chuanliu/auth/caller';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { controlOf, decodeCursor, listAnswer, listAnswerOf } from '@chuanliu/http/listing';
import { Describes } from '@chuanliu/http/openapi';
import { validQuery } from '@chuanliu/http/validate';
import { Directory } from '../storage/directory';
import { KindOfPath, kindOfPlural } from './kind-of-path';
import { ListParties, PartiesKeyset, PartyRow } from './list-parties.dto';
import { ListPartiesQuery } from './list-parties.query';

@Controller(Object.keys(kindOfPlural).map(plural => `v1/${plural}`))
export class ListPartiesController {
  constructor(
    private readonly directory: Directory,
    private readonly parties: ListPartiesQuery,
  ) {}

  @Get()
  @Roles('operator', 'finance')
  @Describes({
    summary: 'The directory of one kind of party, by id',
    query: ListParties,
    answer: listAnswerOf(PartyRow),
  })
  async list(@KindOfPath() kind: PartyKind, @Query(validQuery(ListParties)) query: ListParties) {
    const after = decodeCursor(PartiesKeyset, query.cursor)?.id ?? '';
    const updatedFrom = query.updatedFrom === undefined ? undefined : toUtcInstant(query.updatedFrom);
    const ids = await this.directory.ids(kind, updatedFrom);
    const page = ids.filter(id => id > after).slice(0, query.limit + 1);
    return listAnswer(await this.parties.rows(kind, page), {
      limit: query.limit,
      keysetOf: row => ({ id: row.id }),
      itemOf: row => row,
      control: await controlOf(ids.map(id => ({ id, amountFen: 0 }))),
    });
  }
}
