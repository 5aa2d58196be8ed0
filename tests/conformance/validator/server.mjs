// express-openapi-validator over a document, with what a server of Stripe's needs around
// it: forms with brackets, and no parameter that the document does not name. A request that is
// accepted is echoed as it was understood; one that is refused gets an error like Stripe's.

import express from 'express';
import OpenApiValidator from 'express-openapi-validator';
import { readFileSync } from 'node:fs';
import qs from 'qs';

const document = JSON.parse(readFileSync(process.argv[2]));
const paths = Object.entries(document.paths);
const operations = paths.flatMap(([, item]) => Object.values(item));

// Requests alone are checked here, and Ajv compiles no schema of a response: it refuses `nullable`
// beside `anyOf`, which OpenAPI allows.
for (const operation of operations) {
  operation.responses = { default: { description: 'any' } };
  // All of them are here.
  delete operation.servers;
}
delete document.components.schemas;

// Refuses what an object does not name, in the depth too: OpenAPI allows it unless told otherwise.
function tighten(schema) {
  if (schema.properties) schema.additionalProperties ??= false;
  if (schema.items) tighten(schema.items);
  for (const alternative of schema.anyOf ?? []) tighten(alternative);
  for (const property of Object.values(schema.properties ?? {})) tighten(property);
  if (typeof schema.additionalProperties === 'object') tighten(schema.additionalProperties);
}
for (const { parameters, requestBody } of operations) {
  for (const { schema } of parameters ?? []) tighten(schema);
  for (const { schema } of Object.values(requestBody?.content ?? {})) tighten(schema);
}

// What is sent in a query, and in a form.
const FORM = 'application/x-www-form-urlencoded';
const routes = paths.flatMap(([path, item]) =>
  Object.entries(item).map(([method, { parameters = [], requestBody }]) => ({
    method: method.toUpperCase(),
    fixed: path.replace(/{[^}]*}/g, '').length,
    path: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/{[^}]*}/g, '[^/]+')}$`),
    query: {
      properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
    },
    form: requestBody?.content[FORM]?.schema ?? {},
  })),
);
// A path without parameters before one with them.
routes.sort((one, other) => other.fixed - one.fixed);

function route({ method, originalUrl }) {
  const path = originalUrl.split('?', 1)[0];
  return routes.find((one) => one.method === method && one.path.test(path));
}

// Keys are names or places by the schema, as they are to Stripe: `metadata[0]` is a key.
function decode(text, schema = {}) {
  const decoded = qs.parse(text, {
    allowPrototypes: true,
    depth: 20,
    parameterLimit: Infinity,
    parseArrays: false,
    plainObjects: true,
    strictDepth: true,
  });
  const collect = (value, schema = {}) => {
    if (typeof value !== 'object') return value;
    const alternatives = schema.anyOf ?? [schema];
    const entries = Object.entries(value);
    const array = alternatives.find(({ items }) => items);
    if (array && entries.every(([key], place) => key === String(place))) {
      return entries.map(([, element]) => collect(element, array.items));
    }
    const objects = alternatives.filter((one) => one.properties || one.additionalProperties);
    const member = (object, key) => object?.properties?.[key] ?? (object?.additionalProperties || undefined);
    const object = objects.find((one) => entries.every(([key]) => member(one, key))) ?? objects[0];
    for (const [key, inner] of entries) value[key] = collect(inner, member(object, key));
    return value;
  };
  return collect(decoded, schema);
}

const app = express();
app.disable('x-powered-by');
app.disable('etag');
app.enable('case sensitive routing');
app.set('query parser', (text) => text);
app.use(express.text({ type: FORM, limit: '10mb' }));
app.use('/v2', express.json({ limit: '10mb' }));
app.use((request, _response, next) => {
  const { query, form } = route(request) ?? {};
  const decoded = decode(request.originalUrl.split('?')[1] ?? '', query);
  Object.defineProperty(request, 'query', { value: decoded, writable: true });
  if (request.is(FORM) || typeof request.body === 'string') {
    request.body = decode(request.body ?? '', form);
  }
  next();
});
const validate = (ignorePaths, coerceTypes) =>
  OpenApiValidator.middleware({
    apiSpec: document,
    // Reads `multipart/form-data`, which only `/v1` has, and which can be read once.
    fileUploader: coerceTypes ? {} : false,
    ignorePaths,
    validateRequests: { allErrors: true, allowUnknownQueryParameters: false, coerceTypes },
    validateResponses: false,
    validateSecurity: false,
  });
// Everything in a form or a query is text; JSON has types.
app.use(validate(/^\/v2\//, true));
app.use(validate(/^\/(?!v2\/)/, false));
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
