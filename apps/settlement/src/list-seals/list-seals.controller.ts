import { Controller, Get, Query } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { CalendarDate, Closed, Id, Instant, Nullable, Sha256, Utc } from '@chuanliu/contracts/shapes';
import { controlOf, decodeCursor, listAnswer, listAnswerOf, listQuery } from '@chuanliu/http/listing';
import { Describes } from '@chuanliu/http/openapi';
import { validQuery } from '@chuanliu/http/validate';
import { ListSealsQuery } from './list-seals.query';

const ListSeals = listQuery({
  from: Type.Optional({ ...CalendarDate, description: 'The first day' }),
  to: Type.Optional({ ...CalendarDate, description: 'The day after the last one: it is not included' }),
  updatedFrom: Type.Optional(Instant),
});
const Keyset = Closed({ day: CalendarDate });

const SealRow = Closed({
  id: CalendarDate,
  day: CalendarDate,
  hash: { ...Sha256, description: 'Over the seal before it, the day, and the digests of all postings booked on it' },
  previousHash: { ...Nullable(Sha256), description: 'Null of the first day that was ever sealed' },
  postings: Type.Integer({ minimum: 0 }),
  sealedBy: { ...Id, description: 'The settlement run that sealed the day' },
  updatedAt: Utc,
});

@Controller('v1/ledger/seals')
export class ListSealsController {
  constructor(private readonly seals: ListSealsQuery) {}

  @Get()
  @Roles('finance')
  @Describes({
    summary: 'Seals of business days, by day: each covers all before it, so that later tampering shows',
    description:
      'Whoever keeps a seal elsewhere can tell at any time whether the books of that day are still the same.',
    query: ListSeals,
    answer: listAnswerOf(SealRow),
  })
  async list(@Query(validQuery(ListSeals)) { limit, cursor, ...filter }: Static<typeof ListSeals>) {
    const after = decodeCursor(Keyset, cursor)?.day ?? '';
    const seals = await this.seals.read(filter);
    return listAnswer(
      seals.filter(seal => seal.day > after),
      {
        limit,
        keysetOf: ({ day }) => ({ day }),
        itemOf: ({ sealedAt, ...seal }) => ({ id: seal.day, ...seal, updatedAt: sealedAt }),
        control: await controlOf(seals.map(({ day }) => ({ id: day, amountFen: 0 }))),
      },
    );
  }
}
