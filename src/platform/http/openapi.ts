import { z } from 'zod';
import { anybody, type RouteRecord } from './routes.ts';

/** OpenAPI 3.1, generated from the same schemas that parse every request. */
export function openApiOf(routes: readonly RouteRecord[], version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const url = route.url.replace(/:([a-z]+)/gi, '{$1}');
    paths[url] = { ...paths[url], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Alongside',
      version,
      description: 'The same addresses that answer a browser, asked with Accept: application/json.',
    },
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'alongside' } } },
    security: [{ session: [] }],
    paths,
  };
}

function operationOf(route: RouteRecord): Record<string, unknown> {
  return {
    summary: route.name,
    description: `Open to: ${route.may.join(', ')}.`,
    parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')],
    ...(route.body ? { requestBody: bodyOf(route.body) } : {}),
    ...(route.may.includes(anybody) ? { security: [] } : {}),
    responses: {
      200: {
        description:
          route.method === 'GET' ? 'What the page shows, as JSON' : 'What was made, and where it now is',
      },
      default: {
        description: 'RFC 9457 problem details',
        content: { 'application/problem+json': { schema: problem } },
      },
    },
  };
}

function bodyOf(schema: z.ZodType) {
  const json = { schema: schemaOf(schema) };
  return { required: true, content: { 'application/json': json, 'application/x-www-form-urlencoded': json } };
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query') {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema) as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, shape]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: shape,
  }));
}

function schemaOf(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Record<
    string,
    unknown
  >;
  return shape;
}

const problem = {
  type: 'object',
  required: ['title', 'status'],
  properties: {
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    rule: { type: 'string', description: 'The id of the rule that said not yet' },
    satisfyBy: { type: 'string', description: 'What would satisfy it' },
    errors: {
      type: 'array',
      items: { type: 'object', properties: { field: { type: 'string' }, message: { type: 'string' } } },
    },
  },
};
