// express-openapi-validator over spec/openapi.json, with what a server of Stripe's needs around
// it: forms with brackets, and no parameter that the document does not name. A request that is
// accepted is echoed as it was understood; one that is refused gets an error like Stripe's.

import express from 'express';
import OpenApiValidator from 'express-openapi-validator';
import { readFileSync } from 'node:fs';
import qs from 'qs';

const document = JSON.parse(readFileSync(new URL('../../../spec/openapi.json', import.meta.url)));
const operations = Object.values(document.paths).flatMap(Object.values);

// Requests alone are checked here, and Ajv compiles no schema of a response: it refuses `nullable`
// beside `anyOf`, which OpenAPI allows.
for (const operation of operations) operation.responses = { default: { description: 'any' } };
delete document.components.schemas;

// Names of arrays, such as `options.document.allowed_types`.
const arrays = new Set();

// Refuses what an object does not name, in the depth too: OpenAPI allows it unless told otherwise.
function tighten(schema, name) {
  if (schema.properties) schema.additionalProperties ??= false;
  if (schema.items) arrays.add(name);
  for (const alternative of schema.anyOf ?? []) tighten(alternative, name);
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    tighten(property, name ? `${name}.${key}` : key);
  }
}
for (const operation of operations) {
  for (const { name, schema } of operation.parameters ?? []) tighten(schema, name);
  for (const { schema } of Object.values(operation.requestBody?.content ?? {})) tighten(schema, '');
}

// Keys are names or places by the schema, as they are to Stripe: `metadata[0]` is a key.
function decode(text) {
  const decoded = qs.parse(text, {
    allowPrototypes: true,
    depth: 20,
    parameterLimit: Infinity,
    parseArrays: false,
    plainObjects: true,
    strictDepth: true,
  });
  const collect = (value, name) => {
    if (typeof value !== 'object') return value;
    const entries = Object.entries(value);
    if (arrays.has(name) && entries.every(([key], place) => key === String(place))) {
      return Object.values(value);
    }
    for (const [key, member] of entries) value[key] = collect(member, name ? `${name}.${key}` : key);
    return value;
  };
  return collect(decoded, '');
}

const app = express();
app.disable('x-powered-by');
app.disable('etag');
app.enable('case sensitive routing');
app.set('query parser', decode);
app.use(express.text({ type: 'application/x-www-form-urlencoded', limit: '10mb' }));
app.use((request, _response, next) => {
  if (request.is('application/x-www-form-urlencoded') || typeof request.body === 'string') {
    request.body = decode(request.body ?? '');
  }
  next();
});
app.use(
  OpenApiValidator.middleware({
    apiSpec: document,
    // Everything in a form or a query is text.
    validateRequests: { allErrors: true, allowUnknownQueryParameters: false, coerceTypes: true },
    validateResponses: false,
    validateSecurity: false,
  }),
);
app.use(({ method, openapi, query, body }, response) => {
  response.json({
    body: body ?? {},
    operation: `${method} ${openapi.openApiRoute}`,
    path: openapi.pathParams,
    query,
  });
});
app.use((error, _request, response, _next) => {
  const details = error.errors?.map(({ path, message }) => `${path}: ${message}`);
  const message = details?.join('; ') ?? String(error.stack);
  response.status(error.status ?? 500).json({ error: { message, type: 'invalid_request_error' } });
});

const server = app.listen(0, '127.0.0.1', () => console.log(server.address().port));
// The test that started this is gone when its end of the pipe is.
process.stdin.resume().on('end', () => process.exit());
