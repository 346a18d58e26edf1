import { cellKinds } from '$lib/cells/registry';
import type { ScenarioPoint } from '$lib/cells/scenario/cell';
import { evaluateNotebook } from '$lib/notebook/evaluateNotebook';
import { parseNotebook, type NotebookProblem } from '$lib/notebook/parseNotebook';
import type { KeptNotebook } from '$lib/state/keptNotebook';

/** A notebook as a list shows it. */
export interface OwnRow {
  readonly kept: KeptNotebook;
  /** The first scenario, for a picture; `null` without one. */
  readonly point: ScenarioPoint | null;
  /** Why it does not open; `null` when it does. */
  readonly problem: NotebookProblem | null;
  /** Taken off the list a moment ago: its place offers it back. */
  readonly removed: boolean;
}

/** Reads a kept notebook for the list: computed as it is stored, without simulation. */
export function toOwnRow(kept: KeptNotebook): OwnRow {
  const parsed = parseNotebook(kept.text, cellKinds);
  if (!parsed.ok) return { kept, point: null, problem: parsed.problem, removed: false };
  const evaluation = evaluateNotebook(parsed.value, cellKinds);
  const points = parsed.value.cells.flatMap(({ id, kind }) => {
    const point = kind === 'scenario' && (evaluation.get(id)?.result as ScenarioPoint | undefined);
    return point ? [point] : [];
  });
  return { kept, point: points[0] ?? null, problem: null, removed: false };
}

/**
 * The rows that the store has now, each where it stood before, so that nothing moves under a hand: what is new comes first, or
 * after the one it was copied from; what was taken away stays while it can be brought back.
 */
export function inPlace(before: readonly OwnRow[], now: readonly KeptNotebook[], copiedFrom?: string): OwnRow[] {
  const known = new Map(now.map((kept) => [kept.id, kept]));
  const stayed = before.flatMap((row) => {
    const kept = known.get(row.kept.id);
    known.delete(row.kept.id);
    if (!kept) return row.removed ? [row] : [];
    return kept.revision === row.kept.revision ? [{ ...row, removed: false }] : [toOwnRow(kept)];
  });
  const added = [...known.values()].map(toOwnRow);
  const at = stayed.findIndex(({ kept }) => kept.id === copiedFrom) + 1;
  return stayed.toSpliced(at, 0, ...added);
}
