import type * as ReadBinding from './readBinding';

let loaded = $state.raw<typeof ReadBinding | null>(null);
let loading: Promise<void> | null = null;

/** What reads and words the formulas of drivers; `null` until it is there, and whoever asks for it first has it loaded. */
export function bindingReader(): typeof ReadBinding | null {
  loading ??= import('./readBinding').then(
    (module) => void (loaded = module),
    () => void (loading = null),
  );
  return loaded;
}
