// Restate: calls of two durable steps, 64 at a time through its ingress; then calls delayed until one second. Its
// server is started here, on 127.0.0.1, in a folder that vanishes.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import http from "node:http";
import http2 from "node:http2";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as restate from "@restatedev/restate-sdk";
import { Arrivals, count, ofTimers, say, secondFrom, until } from "../measuring.mjs";

// Its SDK is written for a Node that has this; Debian 12's machines may have an older one.
Promise.withResolvers ??= function withResolvers() {
  const parts = {};
  parts.promise = new this((resolve, reject) => Object.assign(parts, { resolve, reject }));
  return parts;
};

const items = count("DONDOC_PEER_SLOW_ITEMS", 5_000);
const timers = count("DONDOC_PEER_TIMERS", 20_000);
const callers = 64;

const freePort = () => new Promise((resolve) => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});
const [ingress, admin, node, service] = [await freePort(), await freePort(), await freePort(), await freePort()];

const done = new Arrivals(items);
const fired = new Arrivals(timers);
let second = 0;
const bench = restate.service({
  name: "bench",
  handlers: {
    twoSteps: async (context, number) => {
      await context.run("first", () => number);
      await context.run("second", () => number);
      return number;
    },
    timer: async (_context, number) => void fired.arrived(number, second),
  },
});
const endpoint = http2.createServer(restate.createEndpointHandler({ services: [bench] }));
await new Promise((listening) => endpoint.listen(service, "127.0.0.1", listening));

const folder = mkdtempSync(join(tmpdir(), "restate-"));
const server = spawn(new URL("node_modules/.bin/restate-server", import.meta.url).pathname, ["--base-dir", folder], {
  stdio: ["ignore", "ignore", "ignore"],
  detached: true, // the program is a child of a script: both end as one group
  env: {
    ...process.env, RESTATE_DISABLE_TELEMETRY: "true", DO_NOT_TRACK: "1", RESTATE_LOG_FILTER: "error",
    RESTATE_BIND_ADDRESS: `127.0.0.1:${node}`, RESTATE_ADVERTISED_ADDRESS: `http://127.0.0.1:${node}`,
    RESTATE_INGRESS__BIND_ADDRESS: `127.0.0.1:${ingress}`, RESTATE_ADMIN__BIND_ADDRESS: `127.0.0.1:${admin}`,
  },
});
process.on("exit", () => {
  try { process.kill(-server.pid, "SIGKILL"); } catch { /* it has ended */ }
  rmSync(folder, { recursive: true, force: true });
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

const agent = new http.Agent({ keepAlive: true, maxSockets: callers });
const post = (port, path, body) => new Promise((resolve, reject) => {
  const request = http.request(
    { host: "127.0.0.1", port, path, method: "POST", agent, headers: { "content-type": "application/json" } },
    (answer) => {
      answer.resume();
      answer.on("end", () => answer.statusCode < 300 ? resolve() : reject(new Error(`${path}: ${answer.statusCode}`)));
    });
  request.on("error", reject);
  request.end(JSON.stringify(body));
});
async function persistently(call, tries) {
  try {
    return await call();
  } catch (error) {
    if (tries === 0) throw error;
    await new Promise((go) => setTimeout(go, 250));
    return persistently(call, tries - 1);
  }
}
await persistently(() => post(admin, "/deployments", { uri: `http://127.0.0.1:${service}` }), 120);

async function each(total, work) {
  let next = 0;
  const one = async () => { while (next < total) await work(next++); };
  await Promise.all(Array.from({ length: callers }, one));
}

await persistently(() => post(ingress, "/bench/twoSteps", 0), 40);
const seconds = await until(done, () => each(items, async (number) => {
  await post(ingress, "/bench/twoSteps", number);
  done.arrived(number);
}));
second = secondFrom(timers / 800 + 5);
await each(timers, (number) => post(ingress, `/bench/timer/send?delay=${second - Date.now()}ms`, number));
const putAway = Date.now();
await fired.all;
say("restate", "@restatedev/restate-server", {
  "two-step items per second": items / seconds, "items twice": done.twice, ...ofTimers(fired),
  "all timers were put away before their second": putAway < second ? 1 : 0,
});
process.exit(0);
