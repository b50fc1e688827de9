import { lookup } from 'node:dns/promises';
import { ConsoleLogger, StandardSchemaValidationPipe, type LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AppModule } from './app.module.js';
import { scopePrefixOf, scopeUrl, withoutScopePrefix } from './caller/scope-prefix.js';
import { type Settings, SettingsError } from './config/settings.js';
import { createContract } from './contract.js';
import { answerClientError } from './errors/client-error.js';
import { Problem } from './errors/problem.js';
import { answerWithProblem } from './errors/problem-answer.js';
import { ProblemFilter } from './errors/problem.filter.js';
import { privateHeaders, requestIdOf, setHeaders } from './errors/answer-headers.js';
import { parseJsonBody } from './http/json-body.js';

/** The largest request body: Composio itself takes some 6 MB. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

const LOG_LEVELS: Readonly<Record<Settings['LOG_LEVEL'], LogLevel[]>> = {
  fatal: ['fatal'],
  error: ['fatal', 'error'],
  warn: ['fatal', 'error', 'warn'],
  info: ['fatal', 'error', 'warn', 'log'],
  debug: ['fatal', 'error', 'warn', 'log', 'debug'],
};

/** The server, ready to `listen` or `init`: what production, the tests and the contract's emitter share. */
export async function createApp(settings: Settings): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: MAX_BODY_BYTES,
    genReqId: requestIdOf,
    rewriteUrl: withoutScopePrefix,
    // What the router itself refuses, before Nest sees it: addresses that cannot be decoded, or are too long.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      answerWithProblem(new Problem('request_invalid', error.message), request, reply),
    clientErrorHandler: answerClientError,
    // What still comes while the server stops is answered, too.
    return503OnClosing: false,
    // Names of any length: what is wrong with one is for its route to say.
    routerOptions: { ignoreTrailingSlash: true, ignoreDuplicateSlashes: true, maxParamLength: 100_000 },
    // Slow senders are cut; an answer may take as long as a call to Composio.
    requestTimeout: 30_000,
    keepAliveTimeout: 72_000,
    multipart: false,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings), adapter, {
    logger: new ConsoleLogger({ json: true, logLevels: LOG_LEVELS[settings.LOG_LEVEL] }),
    bodyParser: false,
    abortOnError: false,
    routeConflictPolicy: { duplicate: 'error', shadow: 'error' },
  });
  readJsonBodies(app);
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(new StandardSchemaValidationPipe({ exceptionFactory: requestInvalid }));
  app.enableCors({
    origin: settings.CORS_ORIGINS,
    methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: [
      'Content-Disposition',
      'ETag',
      'Location',
      'Retry-After',
      'X-Composio-Log-Id',
      'X-Request-Id',
    ],
    maxAge: 86_400,
    strictPreflight: false,
  });
  SwaggerModule.setup('docs', app, () => createContract(app), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: '',
    patchDocumentOnRequest: (request, _, document) => ({
      ...document,
      servers: [{ url: scopeUrl(settings.PUBLIC_URL, scopePrefixOf((request as FastifyRequest).raw)) }],
    }),
  });
  app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  return app;
}

/**
 * Listens where the settings say. @throws {SettingsError} where that is not possible: no such address, a port in use
 */
export async function listen(app: NestFastifyApplication, { PORT, HOST }: Settings): Promise<void> {
  try {
    // One address: of a name with several, the framework would listen on all, by servers that nothing here knows of.
    const { address } = await lookup(HOST, { verbatim: false });
    await app.listen(PORT, address);
  } catch (error) {
    const { code, syscall = '' } = error as NodeJS.ErrnoException;
    if (!/^(?:listen|bind|getaddrinfo)$/.test(syscall)) throw error;
    throw new SettingsError(`HOST, PORT: expected an address that is free to listen on (${code})`);
  }
}

function readJsonBodies(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  server.decorateRequest('rawBody', undefined);
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (request, raw: Buffer, done) => {
    try {
      const { value, json } = parseJsonBody(raw, request.headers);
      Object.assign(request, { rawBody: json });
      done(null, value);
    } catch (error) {
      done(error as Error);
    }
  });
  server.addHook('onRequest', (request, reply, done) => {
    setHeaders(reply, privateHeaders(request.id));
    done();
  });
}

// In words for a model: zod's own speak of types, as in "expected string, received undefined".
z.config({
  customError: (issue) => {
    if (issue.code !== 'invalid_type') return undefined;
    return issue.input === undefined ? 'is required' : `must be of type ${issue.expected}`;
  },
});

function requestInvalid(
  issues: readonly { readonly message: string; readonly path?: readonly unknown[] | undefined }[],
): Problem {
  const errors = issues.map(({ message, path = [] }) => ({
    path: path.map((step) => `/${stepName(step)}`).join(''),
    message,
  }));
  return new Problem(
    'request_invalid',
    errors.map(({ path, message }) => `${path.slice(1)}: ${message}`).join('; '),
    {
      members: { errors },
    },
  );
}

function stepName(step: unknown): string {
  return String(typeof step === 'object' && step !== null && 'key' in step ? step.key : step);
}
