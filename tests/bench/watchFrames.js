/**
 * @typedef {object} Frames what a page saw between `start` and `stop`
 * @property {number[]} intervals milliseconds from frame to frame
 * @property {number} moves how often the slider's value changed
 * @property {number} trials in all pictures that reached every part
 * @property {number} pictures simulated results that came
 * @property {number} complete how many of them reached every part within two frames
 * @property {string[]} parts what shows the simulation in view: "scenario .sampled"
 * @property {string[]} late parts that a picture had not reached in two frames, picture by picture
 * @typedef {{ start: () => void, stop: () => Frames }} FrameWatch
 */

/**
 * Put into a page before its scripts: notices simulated results by the messages between page and workers, what shows them by
 * its changes, and frames. The product itself needs no hook for it.
 *
 * A result has reached a cell when what the trials alone give has changed in it within two frames: its bands or bars, and its
 * intervals where it has any. The point's line, its figures and its payback follow the hand and say nothing of the trials. Both
 * parts are asked for, since either may stand still while the other moves; sentences under charts are not: they are read, and
 * written every 150 ms by design. A hand's smallest move, one pixel, changed at least one of the scenario's five intervals,
 * rounded as they are, 50 times of 52: a few may be called late that had nothing to change, and the row errs against us. Where a
 * frame has no room the product draws one chart after the other, frame by frame: those pictures are truly late and not counted.
 */
export function watchFrames() {
  const simulated = ['scenario', 'distribution', 'fan'];
  /** What the trials alone give: bands, bars and shares of the charts, and ranges in words. */
  const ofTrials = ['.sampled', '.interval'];
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
  /** @typedef {{ cell: Element, selector: string }} Part */
  /** What a picture has to reach. Nothing is scrolled in a drag, and to look again would have the page laid out for it. @type {Part[]} */
  let parts = [];
  /** Parts that have changed since the last frame. @type {Set<Part>} */
  const touched = new Set();
  /** Looked for once each, so that watching costs the page little. @type {WeakMap<Node, Part | null>} */
  let known = new WeakMap();
  /** @param {Node} node @returns {Part | null} */
  const partOf = (node) => {
    let part = known.get(node);
    if (part === undefined) {
      const marks = (node instanceof Element ? node : node.parentElement)?.closest(ofTrials.join());
      const cell = marks?.closest('[data-kind]');
      part = parts.find((one) => one.cell === cell && marks?.matches(one.selector)) ?? null;
      // A text that has just left the page is in no cell, and may come back.
      if (node.isConnected) known.set(node, part);
    }
    return part;
  };
  /** Where simulated marks stand in drawings. @param {NodeList} nodes */
  const marksIn = (nodes) =>
    [...nodes]
      .flatMap((node) => (node instanceof Element ? [...node.querySelectorAll('.sampled :is([d], [height])')] : []))
      .map((mark) => mark.getAttribute('d') ?? mark.getAttribute('height'))
      .join();
  /** @param {MutationRecord} change */
  const touch = ({ target, addedNodes, removedNodes }) => {
    const part = partOf(target);
    if (part) touched.add(part);
    // A chart drawn anew is another's element; only what it shows of the trials counts.
    else if (addedNodes[0] instanceof SVGSVGElement && marksIn(addedNodes) !== marksIn(removedNodes)) {
      const cell = /** @type {Element} */ (target).closest('[data-kind]');
      const charts = parts.find((one) => one.cell === cell && one.selector === '.sampled');
      if (charts) touched.add(charts);
    }
  };
  const observer = new MutationObserver((changes) => changes.forEach(touch));

  addEventListener('input', () => frames && frames.moves++, { capture: true });

  /** @returns {Part[]} */
  const partsInView = () =>
    [...document.querySelectorAll(simulated.map((kind) => `[data-kind=${kind}]`).join())]
      .filter((cell) => {
        const box = cell.getBoundingClientRect();
        return box.bottom > 80 && box.top < innerHeight;
      })
      .flatMap((cell) =>
        // A cell without a simulated mark at the start still has to get one.
        ofTrials
          .filter((selector) => selector === '.sampled' || cell.querySelector(selector))
          .map((selector) => ({ cell, selector })),
      );
  /** @param {Part} part */
  const nameOf = ({ cell, selector }) => `${cell.getAttribute('data-kind')} ${selector}`;

  let running = false;
  /** @type {number | null} */
  let last = null;
  /** @type {{ trials: number, missing: Set<Part>, age: number }[]} */
  let open = [];

  /** @param {number} now */
  function frame(now) {
    if (!running) return;
    if (last !== null) frames.intervals.push(now - last);
    last = now;
    observer.takeRecords().forEach(touch);
    frames.pictures += arrived.length;
    // Of results that came since the last frame only the newest can be drawn.
    const newest = arrived.at(-1);
    if (newest !== undefined) open.push({ trials: newest, missing: new Set(parts), age: 0 });
    arrived = [];
    for (const picture of open) {
      for (const part of touched) picture.missing.delete(part);
      if (picture.missing.size > 0) continue;
      frames.complete++;
      frames.trials += picture.trials;
    }
    open = open.filter(({ missing }) => missing.size > 0);
    for (const picture of open) if (++picture.age === 2) frames.late.push(...[...picture.missing].map(nameOf));
    open = open.filter(({ age }) => age < 2);
    touched.clear();
    requestAnimationFrame(frame);
  }

  /** @type {FrameWatch} */
  const watch = {
    start() {
      frames = { intervals: [], moves: 0, trials: 0, pictures: 0, complete: 0, parts: [], late: [] };
      [arrived, open, last, running, parts, known] = [[], [], null, true, partsInView(), new WeakMap()];
      touched.clear();
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
      frames.parts = parts.map(nameOf);
      return frames;
    },
  };
  /** @type {any} */ (globalThis).frameWatch = watch;
}
