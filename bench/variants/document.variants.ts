import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { EncodedDocument, Encoding } from '../../src/document/encoded-document.js';
import { fromDist } from './from-dist.js';
import { override, replaceMethod } from './override.js';
import type { Variant } from './variants.js';

/** What serving a document is made of, piece by piece. */
export const documentVariants = {
  throughController: {
    what: 'each document through guard, pipes and controller, instead of the short way',
    exchange: withoutShortcut,
  },
  builtPerRequest: {
    what: 'the document put together, hashed and compressed for each request from tools in memory, instead of once',
    exchange: async () => {
      await withoutShortcut();
      const { DocumentStore } = await fromDist<typeof import('../../src/document/document-store.js')>(
        'document/document-store.js',
      );
      replaceMethod(DocumentStore, 'get', () => (_, make) => make());
    },
  },
  compressedPerRequest: {
    what: 'the document compressed for each request (brotli 4, as compressing middleware does), instead of once',
    exchange: () => exchangeBytes(compressed),
  },
  serialisedPerRequest: {
    what: 'the document kept as an object and serialised for each request, as a handler that returns it would',
    exchange: () => exchangeBytes(serialised),
  },
} satisfies Record<string, Variant>;

/** Makes the bytes of an encoding from the document's own; undefined where they stay as they are. */
type Bytes = (identity: Buffer, encoding: Encoding) => Buffer | Promise<Buffer> | undefined;

const compress = promisify(brotliCompress);

function compressed(identity: Buffer, encoding: Encoding): Promise<Buffer> | undefined {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 4 };
  return encoding === 'br' ? compress(identity, { params }) : undefined;
}

const objects = new WeakMap<Buffer, unknown>();

function serialised(identity: Buffer, encoding: Encoding): Buffer | undefined {
  if (encoding !== 'identity') return undefined;
  if (!objects.has(identity)) objects.set(identity, JSON.parse(identity.toString()));
  return Buffer.from(JSON.stringify(objects.get(identity)));
}

/** Documents that make their bytes anew for each request. */
async function exchangeBytes(bytes: Bytes): Promise<void> {
  const { EncodedDocument } = await fromDist<typeof import('../../src/document/encoded-document.js')>(
    'document/encoded-document.js',
  );
  replaceMethod(
    EncodedDocument,
    'bytes',
    (original) =>
      function (this: EncodedDocument, encoding) {
        const identity = Reflect.apply(original, this, ['identity']) as Buffer;
        return bytes(identity, encoding) ?? Reflect.apply(original, this, [encoding]);
      },
  );
}

async function withoutShortcut(): Promise<void> {
  const { DocumentModule } = await fromDist<typeof import('../../src/document/document.module.js')>(
    'document/document.module.js',
  );
  const { DocumentShortcut } = await fromDist<typeof import('../../src/document/document.shortcut.js')>(
    'document/document.shortcut.js',
  );
  override(DocumentModule, DocumentShortcut, { useFactory: () => ({}) });
}
