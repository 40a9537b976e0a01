// pg-boss: 20,000 items of two steps, each step a job, the second put away by the first; then 20,000 jobs for
// one second. The database by the environment (PGHOST …).
import { PgBoss } from "pg-boss";
import { Arrivals, count, ofTimers, say, secondFrom, until } from "../measuring.mjs";

const items = count("DONDOC_PEER_ITEMS", 20_000);
const slowItems = count("DONDOC_PEER_SLOW_ITEMS", items / 4);
const timers = count("DONDOC_PEER_TIMERS", 20_000);

const boss = new PgBoss({
  host: process.env.PGHOST, port: Number(process.env.PGPORT), user: process.env.PGUSER, password: process.env.PGPASSWORD,
  database: "postgres", max: 10,
});
boss.on("error", (error) => console.error(String(error)));
await boss.start();

const numbers = (total) => Array.from({ length: total }, (_, number) => number);
async function insert(queue, list, more = {}) {
  for (let at = 0; at < list.length; at += 1_000)
    await boss.insert(queue, list.slice(at, at + 1_000).map((number) => ({ data: { number }, ...more })));
}

/// Items a second through both steps, `batchSize` jobs taken and recorded at a time.
async function twoSteps(total, batchSize) {
  const [first, second] = [`first-${batchSize}`, `second-${batchSize}`];
  for (const queue of [first, second]) await boss.createQueue(queue);
  const done = new Arrivals(total);
  const options = { batchSize, pollingIntervalSeconds: 0.5, includeMetadata: false };
  // A worker polls; between batches a full one is followed at once by the loop here, not by the clock.
  const drain = async (queue, work) => {
    while (done.missing > 0) {
      const jobs = await boss.fetch(queue, options);
      if (jobs.length === 0) { await new Promise((go) => setTimeout(go, 2)); continue; }
      await work(jobs);
      await boss.complete(queue, jobs.map((job) => job.id));
      if (queue === second) for (const job of jobs) done.arrived(job.data.number);
    }
  };
  const seconds = await until(done, async () => {
    await insert(first, numbers(total));
    await Promise.all([
      drain(first, (jobs) => boss.insert(second, jobs.map((job) => ({ data: job.data })))),
      drain(second, async () => {}),
    ]);
  });
  return { rate: total / seconds, twice: done.twice };
}

async function fireTimers() {
  await boss.createQueue("timers");
  const fired = new Arrivals(timers);
  const second = secondFrom(8);
  await insert("timers", numbers(timers), { startAfter: new Date(second) });
  await boss.work("timers", { batchSize: 2_000, pollingIntervalSeconds: 0.5, localConcurrency: 2 }, async (jobs) => {
    for (const job of jobs) fired.arrived(job.data.number, second);
  });
  await fired.all;
  return ofTimers(fired);
}

const coarse = await twoSteps(items, 5_000);
const small = await twoSteps(slowItems, 200);
const figures = await fireTimers();
say("pg-boss", "pg-boss", {
  "two-step items per second, batches of 5,000": coarse.rate,
  "two-step items per second, batches of 200": small.rate,
  "items twice": coarse.twice + small.twice,
  ...figures,
});
await boss.stop({ graceful: false });
process.exit(0);
