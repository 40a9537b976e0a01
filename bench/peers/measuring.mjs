// What the drivers of all peers share: how many items, what became of each, and how it is said.
import { readFileSync } from "node:fs";

/// Of the environment, else `usual`.
export const count = (name, usual) => Number(process.env[name] ?? usual);

/// How often each of `total` items came by, and when the last one did.
export class Arrivals {
  constructor(total) {
    this.times = new Uint8Array(total);
    this.missing = total;
    this.twice = 0;
    this.early = 0;
    this.late = [];
    this.all = new Promise((resolve) => (this.resolve = resolve));
  }

  /// `due`: the time it should not have come before, in ms; none for work that is done at once.
  arrived(number, due) {
    const now = Date.now();
    if (this.times[number]++ > 0) return void this.twice++;
    if (due !== undefined && now < due) this.early++;
    if (due !== undefined) this.late.push(now - due);
    if (--this.missing === 0) this.resolve(performance.now());
  }

  lateness(share) {
    const sorted = [...this.late].sort((a, b) => a - b);
    return sorted[Math.floor(share * (sorted.length - 1))] / 1000;
  }
}

/// Seconds from now until every item came by.
export async function until(arrivals, start) {
  const begin = performance.now();
  await start();
  return ((await arrivals.all) - begin) / 1000;
}

/// A second that is far enough for everything to be put away before it.
export const secondFrom = (seconds) => Math.ceil(Date.now() / 1000 + seconds) * 1000;

export const ofTimers = (arrivals) => ({
  timers: arrivals.times.length,
  "last timer after seconds": arrivals.lateness(1),
  "half of the timers after seconds": arrivals.lateness(0.5),
  "timers early": arrivals.early,
  "timers twice": arrivals.twice,
});

/// One line of JSON.
export function say(folder, name, figures) {
  const file = new URL(`${folder}/node_modules/${name}/package.json`, import.meta.url);
  const { version } = JSON.parse(readFileSync(file, "utf8"));
  console.log(JSON.stringify({ peer: name, version, node: process.version, ...figures }));
}
