import type { Result } from '$lib/metrics/result';

/** A notebook as the browser keeps it. The text is never interpreted here, so that what cannot be read is still kept whole. */
export interface KeptNotebook extends NotebookText {
  /** The template's name for work on a template's own page, random for every other. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** Grows with every change of this notebook and is never used twice, also when it is cleared and begun again. */
  readonly revision: number;
  /** Which page wrote it: a page knows its own writing again, although it was told of it too late. */
  readonly by: string;
  /** When it was taken off the list. Absent while it stands there. */
  readonly deletedAt?: number;
}

/** What is written: the document and what a list shows of it without reading it. */
export interface NotebookText {
  /** The document as JSON. */
  readonly text: string;
  readonly title: string;
  readonly client: string;
  readonly template: string;
}

/** A notebook as it was at a moment that somebody gave a name. */
export interface KeptVersion {
  readonly id: string;
  readonly notebookId: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly text: string;
}

/** Why the browser keeps nothing: no room left, storage refused (private mode, settings, a broken database), or no storage at all. */
export type StoreTrouble = 'full' | 'blocked' | 'absent';

/** Another page has changed the notebook since: `theirs` is what stands there now, `null` when it was taken away. */
export interface Conflict {
  readonly tag: 'conflict';
  readonly theirs: KeptNotebook | null;
}
export type WriteProblem = Conflict | { readonly tag: 'notKept'; readonly reason: StoreTrouble };

/** Answers a `Result`, and only when the disk has taken what was asked; never throws, never leaves half. */
export interface NotebookStore {
  /** Those on the list, the newest first. */
  list(): Promise<Result<readonly KeptNotebook[], StoreTrouble>>;
  /** `null` when there is none, or it is off the list. */
  read(id: string): Promise<Result<KeptNotebook | null, StoreTrouble>>;
  /** @param expected the revision that this writing goes on from; `null`: there is none yet. */
  write(
    id: string,
    written: NotebookText,
    by: string,
    expected: number | null,
  ): Promise<Result<KeptNotebook, WriteProblem>>;
  /** Forgets a notebook that is again as its template; its versions stay. */
  clear(id: string, by: string, expected: number): Promise<Result<null, WriteProblem>>;
  /** Takes it off the list; `restore` puts it back until it is purged. */
  remove(id: string): Promise<Result<null, StoreTrouble>>;
  restore(id: string): Promise<Result<null, StoreTrouble>>;
  /** Forgets for good, versions too, what was taken off the list before a moment. */
  purge(before: number): Promise<Result<null, StoreTrouble>>;
  /** `null` when there is nothing to rename, or its text is not a document. */
  rename(id: string, title: string): Promise<Result<KeptNotebook | null, StoreTrouble>>;
  duplicate(id: string, copy: string, title: string): Promise<Result<KeptNotebook | null, StoreTrouble>>;
  /** Moves what cannot be read out of the way, under an id of its own, untouched. */
  setAside(id: string, aside: string): Promise<Result<null, StoreTrouble>>;

  /** The newest first. */
  versions(notebookId: string): Promise<Result<readonly KeptVersion[], StoreTrouble>>;
  keepVersion(version: KeptVersion): Promise<Result<null, StoreTrouble>>;
  dropVersion(id: string): Promise<Result<null, StoreTrouble>>;
}
