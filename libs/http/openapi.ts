import { applyDecorators, type INestApplication } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiResponse,
  DocumentBuilder,
  SwaggerModule,
  type OpenAPIObject,
} from '@nestjs/swagger';
import type { TObject, TSchema } from '@sinclair/typebox';
import { statusOfKind, typePath, type ProblemKind } from '@chuanliu/problems/problem';
import { TakesNoQuery } from './surplus-query';

type SchemaObject = Exclude<NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string], { $ref: string }>;

/** What a route does, in the words of its OpenAPI description. */
export interface RouteDescription {
  summary: string;
  description?: string;
  body?: TSchema;
  /** For a body that may be left out whole, as `validOrNone` reads it. */
  bodyOptional?: true;
  /** Media type of the body when it is not JSON. */
  bodyType?: string;
  query?: TObject;
  /** Headers that this route reads, all of them optional. */
  headers?: Record<string, TSchema>;
  params?: Record<string, TSchema>;
  answer?: TSchema;
  /** Status of the answer; 200 unless told. */
  status?: number;
  /** Media type of the answer when it is not JSON. */
  answerType?: string;
  /** Refusals particular to this route: their kinds and the types that may come, `{ conflict: ['orders/two-channels'] }`. */
  problems?: Partial<Record<ProblemKind, string[]>>;
}

/** Describes a route from the same schemas that check it. */
export function Describes(route: RouteDescription): MethodDecorator {
  const { summary, description, body, bodyOptional, bodyType, query, params = {}, headers = {} } = route;
  const { answer, status = 200, answerType, problems = {} } = route;
  const answerContent = answer && { content: { [answerType ?? 'application/json']: { schema: plain(answer) } } };
  return applyDecorators(
    forgetShapesAsClasses,
    ...(query ? [] : [TakesNoQuery()]),
    ApiOperation({ summary, ...(description ? { description } : {}) }),
    ...(body
      ? [ApiBody({ schema: plain(body), required: !bodyOptional }), ApiConsumes(bodyType ?? 'application/json')]
      : []),
    ...Object.entries(query?.properties ?? {}).map(([name, schema]) =>
      ApiQuery({
        name,
        required: query?.required?.includes(name) === true && schema.default === undefined,
        schema: plain(schema),
      }),
    ),
    ...Object.entries(params).map(([name, schema]) => ApiParam({ name, schema: plain(schema) })),
    ...Object.entries(headers).map(([name, schema]) => ApiHeader({ name, required: false, schema: plain(schema) })),
    ApiResponse({ status, description: summary, ...(answerContent ?? {}) }),
    ...Object.entries(problems).map(([kind, types]) =>
      ApiResponse({
        status: statusOfKind[kind as ProblemKind],
        description: types.map(typePath).join(', '),
        content: { 'application/problem+json': { schema: problemSchema } },
      }),
    ),
  );
}

/**
 * A shape and its type may share a name; the compiler then notes the shape, which is no class, as the parameter's class,
 * and the description of the whole service fails on it. The schemas above describe parameters; no class is needed.
 */
const forgetShapesAsClasses: MethodDecorator = (target, method) => {
  const classes = Reflect.getMetadata('design:paramtypes', target, method) as unknown[] | undefined;
  if (!classes) return;
  const known = classes.map(noted => (typeof noted === 'function' ? noted : Object));
  Reflect.defineMetadata('design:paramtypes', known, target, method);
};

const problemSchema: SchemaObject = {
  type: 'object',
  required: ['type', 'title', 'status', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'problem'],
        properties: { pointer: { type: 'string' }, problem: { type: 'string' } },
      },
    },
  },
};

/** The schema without TypeBox's own marks. */
function plain(schema: TSchema): SchemaObject {
  return JSON.parse(JSON.stringify(schema)) as SchemaObject;
}

/** The OpenAPI document of everything that this service's controllers answer publicly. */
export function describeService(app: INestApplication, service: string): OpenAPIObject {
  const outline = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(`Chuanliu: ${service}`)
    .setVersion('1')
    .addBearerAuth()
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(app, outline);
  const isPublic = ([path]: [string, unknown]) => path.startsWith('/v1/');
  return { ...document, paths: Object.fromEntries(Object.entries(document.paths).filter(isPublic)) };
}
