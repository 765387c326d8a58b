import { routes } from '../../gateway/src/forward/routes';
import type { Schema } from './sample-values';

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Schema;
}

interface Operation {
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

export interface Document {
  paths: Record<string, Partial<Record<string, Operation>>>;
}

/** A route as the API's description tells it. */
export interface ApiRoute {
  /** `GET /v1/brands/{partyId}`. */
  name: string;
  method: string;
  path: string;
  service: string;
  parameters: Parameter[];
  /** The body's media type and shape, where there is one. */
  body?: { type: string; schema: Schema };
}

export function routesOf(document: Document): ApiRoute[] {
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([lower, operation]): ApiRoute => {
      const method = lower.toUpperCase();
      const [content] = Object.entries(operation!.requestBody?.content ?? {});
      return {
        name: `${method} ${path}`,
        method,
        path,
        service: operation!.tags?.[0] ?? '',
        parameters: operation!.parameters ?? [],
        ...(content ? { body: { type: content[0], schema: content[1].schema } } : {}),
      };
    }),
  );
}

/** What the gateway passes on, in the words of the description: `:partyId` is `{partyId}` there. */
export const passedOn: readonly string[] = routes.map(
  ({ method, path }) => `${method} ${path.replace(/:([A-Za-z]+)/g, '{$1}')}`,
);

/** Whether a route's name fits a pattern of the gateway's; a part that is left open may be a fixed word. */
export function fits(pattern: string, name: string): boolean {
  const open = pattern.split('/');
  const parts = name.split('/');
  return open.length === parts.length && open.every((part, i) => part.startsWith('{') || part === parts[i]);
}
