import openapiTS, { astToString } from 'openapi-typescript';
import type { OpenAPIObject } from '@nestjs/swagger';

const head = `// Generated from the API's OpenAPI document by \`npm run client:generate\`. Not for editing.

`;

/** The API's types, as the client's \`schema.ts\` holds them. */
export async function schemaOf(document: OpenAPIObject): Promise<string> {
  // A field that has a default may still be left out by whoever sends it.
  const nodes = await openapiTS(JSON.stringify(document), { alphabetize: true, defaultNonNullable: false });
  return head + astToString(nodes);
}
