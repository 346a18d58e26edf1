import type * as EntryReaderModule from './driverEntry';

type EntryReader = typeof EntryReaderModule;

let loaded = $state.raw<EntryReader | null>(null);
let loading: Promise<void> | null = null;

/** What reads and words typed figures; `null` until it is there, and whoever asks for it first has it loaded. */
export function entryReader(): EntryReader | null {
  if (!loaded) void loadEntryReader();
  return loaded;
}

/** Settles once it is there, or could not be had: then the next question tries again. */
export function loadEntryReader(): Promise<void> {
  return (loading ??= import('./driverEntry').then(
    (module) => void (loaded = module),
    () => void (loading = null),
  ));
}
