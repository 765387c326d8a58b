import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Files of Swagger UI that the page needs; everything comes from this machine, so that the page works offline. */
const contentTypes: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

export interface Asset {
  contentType: string;
  content: Buffer | string;
}

export const page: Asset = {
  contentType: 'text/html; charset=utf-8',
  content: `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Chuanliu API</title>
    <link rel="icon" href="/docs/favicon-32x32.png">
    <link rel="stylesheet" href="/docs/swagger-ui.css">
  </head>
  <body>
    <div id="api"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`,
};

/** A file of its own, since the page's policy lets no inline script run. */
const start: Asset = {
  contentType: 'text/javascript; charset=utf-8',
  content: `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#api', deepLinking: true, docExpansion: 'none', validatorUrl: null });
`,
};

const read = new Map<string, Asset>([['start.js', start]]);

/** @returns undefined for a name that is none of the page's files. */
export function assetNamed(name: string): Asset | undefined {
  const known = read.get(name);
  if (known) return known;
  const contentType = Object.hasOwn(contentTypes, name) ? contentTypes[name] : undefined;
  if (!contentType) return undefined;
  const asset = { contentType, content: readFileSync(join(assetsFolder(), name)) };
  read.set(name, asset);
  return asset;
}

/** @nestjs/swagger brings Swagger UI along; nobody else here asks for it, so it is found beside that package. */
function assetsFolder(): string {
  const asSwaggerDoes = createRequire(require.resolve('@nestjs/swagger'));
  return dirname(asSwaggerDoes.resolve('swagger-ui-dist/package.json'));
}
