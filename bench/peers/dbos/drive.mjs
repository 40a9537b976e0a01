// DBOS: workflows of two steps, started together; then workflows that sleep until one second. The database by
// the environment (PGHOST …).
import { DBOS } from "@dbos-inc/dbos-sdk";
import { Arrivals, count, ofTimers, say, secondFrom, until } from "../measuring.mjs";

const items = count("DONDOC_PEER_SLOW_ITEMS", 5_000);
const timers = count("DONDOC_PEER_TIMERS", 20_000);
const started = 64; // workflows under way at a time

DBOS.setConfig({
  name: "dondoc-bench",
  systemDatabaseUrl: `postgresql://${process.env.PGUSER}:none@${process.env.PGHOST}:${process.env.PGPORT}/dbos_sys`,
  systemDatabasePoolSize: 20, logLevel: "error", runAdminServer: false,
});
const done = new Arrivals(items);
const fired = new Arrivals(timers);
let second = 0;
const twoSteps = DBOS.registerWorkflow(async (number) => {
  await DBOS.runStep(async () => number, { name: "first" });
  await DBOS.runStep(async () => number, { name: "second" });
}, { name: "twoSteps" });
const timer = DBOS.registerWorkflow(async (number) => {
  await DBOS.sleep(Math.max(0, second - Date.now()));
  fired.arrived(number, second);
}, { name: "timer" });
await DBOS.launch();

async function each(total, work) {
  let next = 0;
  const one = async () => { while (next < total) await work(next++); };
  await Promise.all(Array.from({ length: started }, one));
}

const seconds = await until(done, () => each(items, async (number) => {
  await (await DBOS.startWorkflow(twoSteps)(number)).getResult();
  done.arrived(number);
}));
second = secondFrom(timers / 400 + 5);
await each(timers, (number) => DBOS.startWorkflow(timer)(number));
const putAway = Date.now();
await fired.all;
say("dbos", "@dbos-inc/dbos-sdk", {
  "two-step items per second": items / seconds, "items twice": done.twice, ...ofTimers(fired),
  "all timers were put away before their second": putAway < second ? 1 : 0,
});
process.exit(0);
