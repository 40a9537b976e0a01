// graphile-worker: items of two steps, each step a job, the second put away by the first; then jobs for one
// second. The database by the environment (PGHOST …).
import { makeWorkerUtils, run, Logger } from "graphile-worker";
import { Arrivals, count, ofTimers, say, secondFrom, until } from "../measuring.mjs";

const items = count("DONDOC_PEER_ITEMS", 20_000);
const timers = count("DONDOC_PEER_TIMERS", 20_000);
const connectionString = `postgresql://${process.env.PGUSER}:none@${process.env.PGHOST}:${process.env.PGPORT}/postgres`;
const logger = new Logger(() => (level, message) => level === "error" && console.error(message));

const done = new Arrivals(items);
const fired = new Arrivals(timers);
let second = 0;
const taskList = {
  first: (payload, helpers) => helpers.addJob("second", payload),
  second: async ({ number }) => void done.arrived(number),
  timer: async ({ number }) => void fired.arrived(number, second),
};

const utils = await makeWorkerUtils({ connectionString, logger });
await utils.migrate();
async function put(identifier, total, more = {}) {
  for (let at = 0; at < total; at += 1_000)
    await utils.addJobs(Array.from({ length: Math.min(1_000, total - at) },
      (_, i) => ({ identifier, payload: { number: at + i }, ...more })));
}

// Its fast settings (website/docs/performance.md of its repository): jobs taken and recorded in batches.
const preset = { worker: { connectionString, maxPoolSize: 26, concurrentJobs: 24, pollInterval: 500,
  localQueue: { size: 500 }, completeJobBatchDelay: 0, failJobBatchDelay: 0, logger } };
const runner = await run({ preset, taskList, noHandleSignals: true });
const seconds = await until(done, () => put("first", items));
second = secondFrom(8);
await put("timer", timers, { runAt: new Date(second) });
await fired.all;
say("graphile-worker", "graphile-worker",
  { "two-step items per second": items / seconds, "items twice": done.twice, ...ofTimers(fired) });
await runner.stop().catch(() => {});
process.exit(0);
