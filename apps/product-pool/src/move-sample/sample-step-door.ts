import { applyDecorators, HttpCode, Post } from '@nestjs/common';
import type { TSchema } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { Id } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { SampleAnswer } from './sample.dto';

/**
 * A step's door: `POST /v1/samples/{sampleId}/{name}`, answering 200 with the sample as it is then.
 * @param whose the party whose step it is; an operator may take it for them
 * @param refusals of kind `invalid` that this step alone has
 */
export function SampleStepDoor(
  name: string,
  whose: 'brand' | 'promoter',
  { summary, body, refusals = [] }: { summary: string; body: TSchema; refusals?: string[] },
): MethodDecorator {
  return applyDecorators(
    Post(name),
    HttpCode(200),
    Roles(whose, 'operator'),
    Describes({
      summary,
      params: { sampleId: Id },
      body,
      answer: SampleAnswer,
      problems: {
        forbidden: ['product-pool/past-is-the-operators'],
        absent: ['product-pool/no-such-sample'],
        conflict: ['product-pool/sample-state-conflict'],
        invalid: ['sample-step-before-the-last', 'sample-step-lies-ahead', ...refusals].map(
          problem => `product-pool/${problem}`,
        ),
      },
    }),
  );
}
