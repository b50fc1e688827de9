import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { VERSION } from './config/version.js';

interface JsonSchemaSource {
  readonly '~standard': {
    readonly jsonSchema: Record<'input' | 'output', (options: { target: string }) => Record<string, unknown>>;
  };
}

interface OperationObject {
  readonly responses: Readonly<Record<string, { content?: Record<string, unknown> }>>;
}

const DESCRIPTION = `Between Open WebUI and Composio: a tool document to import, and the calls behind it.

Every route also exists below a scope, which restricts it: \`/toolkits/{toolkit}\` and \`/servers/{server}\`, as in
\`/toolkits/github/openapi.json\`. The tool document is at \`/openapi.json\`; this contract describes the server itself.`;

/** The OpenAPI 3.1 document of this server's own API, generated from its routes and schemas, with sorted members. */
export function createContract(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Composio tool server')
    .setDescription(DESCRIPTION)
    .setVersion(VERSION)
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', description: 'A key of this server, or of Composio.' },
      'bearer',
    )
    .addApiKey({ type: 'apiKey', in: 'header', name: 'x-api-key' }, 'apiKey')
    .addSecurityRequirements('bearer')
    .addSecurityRequirements('apiKey')
    .build();
  const document = SwaggerModule.createDocument(app, config, { standardSchemaConverter: toJsonSchema });
  const operations = Object.values(document.paths).flatMap(
    (path) => Object.values(path) as OperationObject[],
  );
  for (const { responses } of operations) asProblem(responses.default);
  return sorted(document) as OpenAPIObject;
}

/** Zod's own JSON Schema: Nest's default speaks the dialect of OpenAPI 3.0, which 3.1 documents must not hold. */
function toJsonSchema(schema: unknown, { schemaType }: { schemaType: 'input' | 'output' }) {
  const {
    $schema: _,
    $defs = {},
    ...root
  } = (schema as JsonSchemaSource)['~standard'].jsonSchema[schemaType]({ target: 'draft-2020-12' });
  return { schema: root, components: $defs as Record<string, object> };
}

/** Nest documents every body as application/json. Routes of one controller share the object: it is changed once. */
function asProblem(response: { content?: Record<string, unknown> } | undefined): void {
  const body = response?.content?.['application/json'];
  if (response && body) response.content = { 'application/problem+json': body };
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, part]) => [name, sorted(part)]));
}
