/**
 * Somebody who is timed. Every round asks each for one turn, so that a busy spell of the machine hits all of them.
 *
 * @typedef {Record<string, number>} Sample figures of one turn, by name
 *
 * @typedef {object} Contestant
 * @property {string} name
 * @property {readonly string[]} gives the figures a turn tells
 * @property {(bench: Bench) => Promise<() => Sample | Promise<Sample>>} prepare builds, warms up; rejects with the reason
 *   when it cannot take part here
 *
 * @typedef {object} Bench what all of them share
 * @property {string} folder a temporary one
 * @property {() => Promise<import('./engineBundle.js').BenchEngine>} engine
 * @property {() => Promise<import('playwright').Browser>} browser
 * @property {() => Promise<string>} site address of the built site
 */

import { accuracy } from './accuracy.js';
import { agreement } from './agreement.js';
import { browserPage } from './browserPage.js';
import { charts } from './charts.js';
import { dragFrames } from './dragFrames.js';
import { oneThread } from './oneThread.js';
import { squiggle } from './squiggle.js';
import { compiled, numpy } from './yardsticks.js';

/** @type {readonly Contestant[]} In the order of their turns: the ones compared with one another are neighbours. */
export const contestants = [
  compiled('native', ['scalar', 'vector']),
  compiled('x86-64-v2', ['vector']),
  numpy,
  oneThread,
  browserPage,
  dragFrames,
  charts,
  squiggle,
  accuracy,
  agreement,
];
