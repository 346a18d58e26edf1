import { untrack } from 'svelte';

interface Options<T> {
  /** What there is to choose from now, best first. */
  readonly list: () => readonly T[];
  readonly choose: (option: T) => void;
  readonly close: () => void;
  /** Whether Tab chooses too, as it does while a word is being completed. */
  readonly tab?: boolean;
  /** Whether Enter takes the first without its being pointed at; it does when left out. */
  readonly sure?: (first: T) => boolean;
}

/** A list one chooses from while the caret stays in a field: the combobox pattern of the ARIA practices, without its looks. */
export class Choices<T> {
  readonly list: readonly T[];
  #at = $state(0);
  readonly #options: Options<T>;

  constructor(options: Options<T>) {
    this.#options = options;
    this.list = $derived(options.list());
  }

  /** Which one Enter would take; `-1` when it would take none. */
  get active(): number {
    return Math.min(this.#at, this.list.length - 1);
  }

  /** Back to the first: what is asked for has changed. */
  restart(): void {
    // Which it is depends on what is asked for, not on what becomes of the options meanwhile.
    const first = untrack(() => this.list[0]);
    this.#at = first !== undefined && this.#options.sure?.(first) === false ? -1 : 0;
  }

  point(index: number): void {
    this.#at = index;
  }

  /** Handles a key pressed in the field. @returns whether it was one of the list's. */
  press(event: KeyboardEvent): boolean {
    const used = !event.isComposing && this.#use(event);
    if (!used) return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  #use({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
    if (ctrlKey || metaKey || altKey) return false;
    const { length } = this.list;
    if (key === 'Escape') {
      this.#options.close();
      return true;
    }
    if (length === 0 || (this.active < 0 && (key === 'Enter' || key === 'Tab'))) return false;
    if (key === 'ArrowDown') this.#at = (this.active + 1) % length;
    else if (key === 'ArrowUp') this.#at = (Math.max(this.active, 0) - 1 + length) % length;
    else if (key === 'PageDown') this.#at = length - 1;
    else if (key === 'PageUp') this.#at = 0;
    else if ((key === 'Enter' && !shiftKey) || (key === 'Tab' && this.#options.tab && !shiftKey))
      this.#options.choose(this.list[this.active]!);
    else return false;
    return true;
  }
}
