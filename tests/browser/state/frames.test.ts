import { expect, test } from 'vitest';
import { inFrame, leaveFrame, settleFrame } from '$lib/state/frames';

/** The end of the next frame's turns: asked for after them, it comes after them. */
const nextFrame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

test('of what one owner puts off only the newest is done, with the next frame', async () => {
  const done: string[] = [];
  const [hand, feed] = [{}, {}];
  for (const value of ['a', 'b', 'c']) inFrame(hand, () => done.push(value));
  inFrame(feed, () => done.push('answer'));
  expect(done).toEqual([]);
  await nextFrame();
  expect(done).toEqual(['c', 'answer']);
  await nextFrame();
  expect(done).toHaveLength(2);
});

test('what is put off while the page is brought up to date belongs to the same frame', async () => {
  const done: string[] = [];
  let frames = 0;
  const count = () => {
    frames++;
    requestAnimationFrame(count);
  };
  inFrame({}, () => {
    done.push(`slider ${frames}`);
    inFrame({}, () => done.push(`chart ${frames}`));
  });
  requestAnimationFrame(count);
  await nextFrame();
  expect(done).toEqual(['slider 0', 'chart 0']);
});

const busyFor = (ms: number) => {
  const start = performance.now();
  while (performance.now() - start < ms);
};

/** Has frames find that the machine is slow. */
async function slowDown() {
  inFrame({}, () => busyFor(20));
  await nextFrame();
}

test('after a frame that took too long what is due is spread over frames, in turn, and nothing is lost', async () => {
  await slowDown();
  const done: string[] = [];
  const owners = ['hand', 'answer', 'chart'].map((name) => ({ name }));
  const ask = () => {
    for (const owner of owners)
      inFrame(owner, () => {
        busyFor(20);
        done.push(owner.name);
      });
  };
  // How long each takes is known from its last time, so all of them are there once.
  ask();
  while (done.length < 3) await nextFrame();
  done.length = 0;
  ask();
  await nextFrame();
  expect(done).toEqual(['hand']);
  await nextFrame();
  expect(done).toEqual(['hand', 'answer']);
  await nextFrame();
  expect(done).toEqual(['hand', 'answer', 'chart']);
});

test('what would not fit by how long it took the last time waits for a frame of its own', async () => {
  await slowDown();
  const done: string[] = [];
  const [light, heavy] = [{}, {}];
  inFrame(heavy, () => busyFor(20));
  await nextFrame();
  // It is quick now, which nobody knows before it has been done.
  inFrame(light, () => done.push('light'));
  inFrame(heavy, () => done.push('heavy'));
  await nextFrame();
  expect(done).toEqual(['light']);
  await nextFrame();
  expect(done).toEqual(['light', 'heavy']);
});

test('a machine is slow until frames have been light for a while: one light frame is no sign', async () => {
  await slowDown();
  const done: string[] = [];
  const heavy = ['answer', 'chart'].map((name) => ({ name }));
  const ask = (owner: { name: string }, ms: number) =>
    inFrame(owner, () => {
      busyFor(ms);
      done.push(owner.name);
    });
  for (const owner of heavy) {
    ask(owner, 20);
    await nextFrame();
  }
  ask({ name: 'light' }, 0);
  await nextFrame();
  for (const owner of heavy) ask(owner, 20);
  await nextFrame();
  expect(done.slice(2)).toEqual(['light', 'answer']);
  await nextFrame();
  expect(done.slice(2)).toEqual(['light', 'answer', 'chart']);

  // A busy machine may find a light frame heavy, and begin to count anew.
  for (let tries = 0; tries < 30; tries++) {
    for (let light = 0; light < 15; light++) {
      ask({ name: 'light' }, 0);
      await nextFrame();
    }
    done.length = 0;
    for (const owner of heavy) ask(owner, 20);
    await nextFrame();
    if (done.length === 2) break;
    await nextFrame();
  }
  expect(done).toEqual(['answer', 'chart']);
});

test('the end of a gesture does it at once, and leaving not at all', async () => {
  const done: string[] = [];
  const [hand, gone] = [{}, {}];
  inFrame(hand, () => done.push('moved'));
  inFrame(gone, () => done.push('never'));
  leaveFrame(gone);
  settleFrame(hand);
  expect(done).toEqual(['moved']);
  settleFrame(hand);
  await nextFrame();
  expect(done).toEqual(['moved']);
});

test('a hidden page is brought up to date at once, and nothing older comes after it', async () => {
  const done: string[] = [];
  const hand = {};
  inFrame(hand, () => done.push('old'));
  Object.defineProperty(document, 'hidden', { configurable: true, value: true });
  inFrame(hand, () => done.push('new'));
  Reflect.deleteProperty(document, 'hidden');
  await nextFrame();
  expect(done).toEqual(['new']);
});

test('what asks again and again gets one frame after the other, and the page lives', async () => {
  let asked = 0;
  let going = true;
  const again = () => {
    asked++;
    if (going) inFrame({}, again);
  };
  inFrame({}, again);
  await nextFrame();
  const first = asked;
  await nextFrame();
  going = false;
  expect(first).toBeGreaterThan(0);
  expect(asked).toBeGreaterThan(first);
  await nextFrame();
});

test('one that fails keeps nobody else from a frame', async () => {
  const heard = new Promise<string>((resolve) =>
    addEventListener(
      'error',
      (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        resolve(event.message);
      },
      { once: true, capture: true },
    ),
  );
  const done: string[] = [];
  inFrame({}, () => {
    throw new Error('this one fails');
  });
  inFrame({}, () => done.push('beside it'));
  expect(await heard).toContain('this one fails');
  await nextFrame();
  inFrame({}, () => done.push('later'));
  await nextFrame();
  expect(done).toEqual(['beside it', 'later']);
});
