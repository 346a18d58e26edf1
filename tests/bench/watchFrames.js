/**
 * @typedef {object} Frames what a page saw between `start` and `stop`
 * @property {number[]} intervals milliseconds from frame to frame
 * @property {number} moves how often the slider's value changed
 * @property {number} trials in all pictures that reached every visible cell
 * @property {number} pictures simulated results that came
 * @property {number} complete how many of them reached every visible cell within two frames
 * @property {string[]} cells kinds of the cells in view that show a simulation
 * @typedef {{ start: () => void, stop: () => Frames }} FrameWatch
 */

/**
 * Put into a page before its scripts: notices simulated results by the messages between page and workers, cells by what
 * changes in them, and frames. The product itself needs no hook for it.
 */
export function watchFrames() {
  const simulated = ['scenario', 'distribution', 'fan'];
  /** Questions under way by message, and how many of their parts are still out. @type {Map<string, { trials: number, out: number }>} */
  const waiting = new Map();
  /** @type {Map<object, { trials: number, out: number }>} */
  const runs = new Map();
  /** @type {number[]} Trials of the results that came since the last frame. */
  let arrived = [];

  /** The request among a message's arguments, under comlink's protocol. @param {any} message */
  const requestIn = (message) =>
    message?.path?.[0] === 'run' &&
    message.argumentList
      ?.map((/** @type {any} */ { value }) => value)
      .find((/** @type {any} */ value) => value?.trials);

  const NativeWorker = globalThis.Worker;
  globalThis.Worker = class extends NativeWorker {
    /** @param {string | URL} url @param {WorkerOptions} [options] */
    constructor(url, options) {
      super(url, options);
      this.addEventListener('message', ({ data }) => {
        const run = waiting.get(data?.id);
        waiting.delete(data?.id);
        // A part that was stopped comes back as null, and its run never gets complete.
        if (run && data.value && --run.out === 0) arrived.push(run.trials);
      });
    }
    /** @override @param {any} message @param {any} [transfer] */
    postMessage(message, transfer) {
      const request = requestIn(message);
      if (request) {
        const run = runs.get(request) ?? { trials: request.trials, out: 0 };
        // A request is asked part by part, all in one go; only the last is remembered.
        if (!runs.has(request)) runs.clear();
        runs.set(request, run);
        run.out++;
        waiting.set(message.id, run);
      }
      super.postMessage(message, transfer);
    }
  };

  /** @type {Frames} */
  let frames;
  /** The cells a picture has to reach. Nothing is scrolled in a drag, and to look again would have the page laid out for it. @type {(Element | null)[]} */
  let seen = [];
  /** Cells in which something was drawn since the last frame. @type {Set<Element>} */
  const touched = new Set();
  /** Looked for once each, so that watching costs the page little. @type {WeakMap<Node, Element | null>} */
  const cells = new WeakMap();
  /** @param {Node} node */
  const touch = (node) => {
    let cell = cells.get(node);
    if (cell === undefined) {
      cell = (node instanceof Element ? node : node.parentElement)?.closest('[data-kind]') ?? null;
      // A text that has just left the page is in no cell, and may come back.
      if (node.isConnected) cells.set(node, cell);
    }
    if (cell) touched.add(cell);
  };
  const observer = new MutationObserver((changes) => changes.forEach(({ target }) => touch(target)));
  for (const method of /** @type {const} */ (['clearRect', 'fill', 'stroke', 'fillRect', 'drawImage'])) {
    const native = CanvasRenderingContext2D.prototype[method];
    CanvasRenderingContext2D.prototype[method] = /** @this {CanvasRenderingContext2D} @param {any[]} args */ function (
      ...args
    ) {
      touch(this.canvas);
      return /** @type {any} */ (native).apply(this, args);
    };
  }

  addEventListener('input', () => frames && frames.moves++, { capture: true });

  const inView = () =>
    simulated
      .map((kind) => document.querySelector(`[data-kind=${kind}]`))
      .filter((cell) => {
        const box = cell?.getBoundingClientRect();
        return box && box.bottom > 80 && box.top < innerHeight;
      });

  let running = false;
  /** @type {number | null} */
  let last = null;
  /** @type {{ trials: number, missing: Set<Element | null>, age: number }[]} */
  let open = [];

  /** @param {number} now */
  function frame(now) {
    if (!running) return;
    if (last !== null) frames.intervals.push(now - last);
    last = now;
    observer.takeRecords().forEach(({ target }) => touch(target));
    open.push(...arrived.map((trials) => ({ trials, missing: new Set(seen), age: 0 })));
    frames.pictures += arrived.length;
    arrived = [];
    for (const picture of open) {
      for (const cell of picture.missing) if (cell && touched.has(cell)) picture.missing.delete(cell);
      if (picture.missing.size > 0) continue;
      frames.complete++;
      frames.trials += picture.trials;
    }
    open = open.filter((picture) => picture.missing.size > 0 && ++picture.age < 2);
    touched.clear();
    requestAnimationFrame(frame);
  }

  /** @type {FrameWatch} */
  const watch = {
    start() {
      frames = { intervals: [], moves: 0, trials: 0, pictures: 0, complete: 0, cells: [] };
      [arrived, open, last, running, seen] = [[], [], null, true, inView()];
      // A new picture moves curves and bars and says other figures; to be told of more would take the page's time.
      observer.observe(document.body, {
        subtree: true,
        characterData: true,
        childList: true,
        attributeFilter: ['d', 'height'],
      });
      requestAnimationFrame(frame);
    },
    stop() {
      running = false;
      observer.disconnect();
      frames.cells = seen.map((cell) => cell?.getAttribute('data-kind') ?? '');
      return frames;
    },
  };
  /** @type {any} */ (globalThis).frameWatch = watch;
}
