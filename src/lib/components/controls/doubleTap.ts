interface Spot {
  readonly clientX: number;
  readonly clientY: number;
  readonly timeStamp: number;
}

const near = (a: Spot, b: Spot) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) < 24;

/**
 * Tells when a finger has tapped twice in one place: browsers differ in whether they then send a double click.
 * `down` and `up` are fed every press and release of a finger; `up` answers true at the second tap.
 * `echoes(event)` is true for the double click that a browser sends of the same two taps.
 */
export function doubleTap() {
  let down: Spot | null = null;
  let tap: Spot | null = null;
  let answeredAt = -Infinity;
  return {
    down(event: Spot) {
      down = event;
    },
    up(event: Spot): boolean {
      if (!down || !near(down, event)) {
        tap = null;
        return false;
      }
      if (tap && near(tap, event) && event.timeStamp - tap.timeStamp < 350) {
        tap = null;
        answeredAt = event.timeStamp;
        return true;
      }
      tap = event;
      return false;
    },
    echoes: (event: Event) => event.timeStamp - answeredAt < 600,
  };
}
