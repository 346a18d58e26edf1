import { expose } from 'comlink';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { createSeat, type Living, type Question, type Seat, type SeatOptions } from '$lib/simulation/seat';

/** What the workers here answer. */
interface Runner extends Living {
  /** The name of the worker. */
  name(): number;
  fail(kind: 'Error' | 'RangeError'): never;
  /** Answers when the test says so. */
  wait(): Promise<string>;
}

/** A worker of the test's own, at the other end of a channel: what is terminated never answers, as in a browser. */
interface FakeWorker {
  terminated: boolean;
  /** Lets go what waits. */
  release: () => void;
  fire: (event: 'error' | 'messageerror') => void;
}

const seats: Seat<Runner>[] = [];
afterEach(() => seats.splice(0).forEach((seat) => seat.close()));

function seatOf({ deaf = false, ...options }: Partial<SeatOptions> & { deaf?: boolean } = {}) {
  const workers: FakeWorker[] = [];
  const startWorker = (): Worker => {
    const { port1: page, port2: inside } = new MessageChannel();
    onTestFinished(() => page.close());
    let release = () => {};
    const released = new Promise<string>((resolve) => (release = () => resolve('waited')));
    const name = workers.length;
    const runner: Runner = {
      isAlive: () => true,
      name: () => name,
      fail(kind) {
        throw kind === 'Error' ? new Error('impossible range') : new RangeError('no more memory');
      },
      wait: () => released,
    };
    if (!deaf) expose(runner, inside);
    const worker: FakeWorker = {
      terminated: false,
      release,
      fire: (event) => void page.dispatchEvent(new Event(event)),
    };
    workers.push(worker);
    const terminate = () => {
      worker.terminated = true;
      inside.close();
    };
    return Object.assign(page, { terminate }) as unknown as Worker;
  };
  const seat = createSeat<Runner>({ startWorker, patienceMs: 10_000, attempts: 3, ...options });
  seats.push(seat);
  return { seat, workers };
}

const onPage = 'the page';
const question = <Answer>(
  ask: Question<Runner, Answer | string>['ask'],
  isStale = () => false,
): Question<Runner, Answer | string> => ({ ask, isStale, otherwise: () => Promise.resolve(onPage) });
const name = question((runner) => runner.name());
const wait = question((runner) => runner.wait());
const fail = question((runner) => runner.fail('Error'));

test('what the runner throws is thrown to who asked, and the worker goes on with what others have asked', async () => {
  const { seat, workers } = seatOf();
  const other = seat.ask(wait);
  await expect(seat.ask(fail)).rejects.toThrow('impossible range');
  expect(await seat.ask(name)).toBe(0);
  workers[0]!.release();
  expect(await other).toBe('waited');
  expect(workers.map(({ terminated }) => terminated)).toEqual([false]);
});

test('what cannot be sent to the worker is thrown as well', async () => {
  const { seat, workers } = seatOf();
  await expect(seat.ask(question((runner) => (runner.name as (what: unknown) => number)(() => 1)))).rejects.toThrow(
    /clone/,
  );
  expect(await seat.ask(name)).toBe(0);
  expect(workers).toHaveLength(1);
});

test('an error nobody waits for is nobody’s', async () => {
  const { seat } = seatOf();
  expect(await seat.ask(question(fail.ask, () => true))).toBeNull();
});

test('a worker without memory ends when nobody waits for it any more: only so the machine gets it back', async () => {
  const { seat, workers } = seatOf();
  const other = seat.ask(wait);
  await expect(seat.ask(question((runner) => runner.fail('RangeError')))).rejects.toThrow('no more memory');
  expect(workers[0]!.terminated).toBe(false);
  workers[0]!.release();
  expect(await other).toBe('waited');
  expect(workers[0]!.terminated).toBe(true);
  expect(await seat.ask(name)).toBe(1);
});

test.each(['error', 'messageerror'] as const)(
  'on %s a worker is dead: everybody asks the next at once',
  async (event) => {
    const { seat, workers } = seatOf();
    const both = [seat.ask(name), seat.ask(wait)];
    workers[0]!.fire(event);
    await expect.poll(() => workers.length).toBe(2);
    workers[1]!.release();
    expect(await Promise.all(both)).toEqual([1, 'waited']);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
  },
);

test('one that died while nobody asked costs the next question no attempt', async () => {
  const { seat, workers } = seatOf({ attempts: 1 });
  expect(await seat.ask(name)).toBe(0);
  workers[0]!.fire('error');
  expect(await seat.ask(name)).toBe(1);
});

test('a silent worker is dead, and when all are the page answers', async () => {
  const { seat, workers } = seatOf({ deaf: true, patienceMs: 20, attempts: 2 });
  expect(await seat.ask(name)).toBe(onPage);
  expect(workers.map(({ terminated }) => terminated)).toEqual([true, true]);
});

test('a stale question is not asked again', async () => {
  const { seat, workers } = seatOf({ deaf: true, patienceMs: 20 });
  expect(await seat.ask(question(name.ask, () => true))).toBeNull();
  expect(workers).toHaveLength(1);
});

test('where no worker can be started the page answers', async () => {
  const { seat } = seatOf({
    startWorker: () => {
      throw new Error('refused');
    },
  });
  seat.warm((runner) => runner.name());
  expect(await seat.ask(name)).toBe(onPage);
});

test('warming starts the worker once, and who asks first finds it', async () => {
  const { seat, workers } = seatOf();
  const prepared: unknown[] = [];
  const prepare = async (runner: Runner) => prepared.push(await runner.name());
  seat.warm(prepare);
  seat.warm(prepare);
  await expect.poll(() => prepared).toEqual([0]);
  expect(await seat.ask(name)).toBe(0);
  seat.warm(prepare);
  expect(workers).toHaveLength(1);
});

test('a warm worker that cannot prepare itself harms nobody', async () => {
  const { seat, workers } = seatOf();
  seat.warm((runner) => runner.fail('Error'));
  expect(await seat.ask(name)).toBe(0);
  workers[0]!.fire('error');
  expect(await seat.ask(name)).toBe(1);
});

test('a closed seat answers null at once, and starts nothing any more', async () => {
  const { seat, workers } = seatOf();
  const asked = seat.ask(wait);
  seat.close();
  expect(await asked).toBeNull();
  expect(await seat.ask(name)).toBeNull();
  seat.warm((runner) => runner.name());
  expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
});
