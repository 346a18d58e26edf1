type Document = Readonly<Record<string, unknown>>;

/**
 * What makes a document of each older version one of the next. They are applied one by one and stay for ever, as do the
 * documents in tests/fixtures/notebooks that show them at work. What comes out is checked like any other document.
 */
const migrations: Readonly<Record<number, (document: Document) => Document>> = {
  // Version 2 adds to cells what they may leave out: names everywhere, width, folding, scenarios that extend others.
  1: (document) => ({ ...document, version: 2 }),
};

/** A document of the current version as far as its own is known; anything else as it is. */
export function migrate(data: unknown): unknown {
  let document = data;
  for (;;) {
    if (typeof document !== 'object' || document === null || Array.isArray(document)) return document;
    const { version } = document as Document;
    const next = typeof version === 'number' && Object.hasOwn(migrations, version) ? migrations[version] : undefined;
    if (!next) return document;
    document = next(document as Document);
  }
}
