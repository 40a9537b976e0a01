// How soon a lead sees the board of the whole country, 3,321 communes and twelve duties, in a real browser: first contentful paint,
// and when the overview is drawn, in milliseconds. A measurement, no test.
//
//   node tests/pages/country.mjs [build/release/dondoc]
import {execFileSync, spawn} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {can_look, sign_in_as_administrator, start_browser} from "./office.mjs";

const program = resolve(process.argv[2] ?? "build/release/dondoc");
const k_communes = 3321, k_provinces = 34, k_duties = 12, k_looks = 20, k_port = 18099, k_password = "mật khẩu của phép đo";
const k_address = `http://127.0.0.1:${k_port}`;

function country() {
  const communes = Array.from({length: k_communes}, (_, i) => `x${i}`);
  return {
    plan: {id: "Z-TW-2026", number: "1/KH-TW", date: "2026-01-05", issuer: "tw", subject: "Báo cáo cả nước", from: "2026-01-05",
      to: "2026-12-31", source: "phép đo"},
    units: [{id: "tw", name: "Trung ương", kind: "committee", parent: null},
      ...Array.from({length: k_provinces}, (_, i) => ({id: `t${i}`, name: `Tỉnh ${i + 1}`, kind: "committee", parent: "tw"})),
      ...communes.map((id, i) => ({id, name: `Xã số ${i + 1}`, kind: "commune", parent: `t${i % k_provinces}`}))],
    groups: [{id: "moi-xa", name: "Mọi xã", units: communes}],
    obligations: Array.from({length: k_duties}, (_, i) => ({id: `Z${i + 1}`, line: `${i + 1}`, kind: "report_once", binding: "ordered",
      what: `Báo cáo tháng ${i + 1}`, who: ["moi-xa"], to: [{unit: "tw"}],
      due: {type: "date", date: `2026-${String(i + 1).padStart(2, "0")}-20`, inclusive: true, stated: `ngày 20/${i + 1}`}})),
    questions: []};
}

async function start_serve(folder) {
  const run = (...args) => execFileSync(program, args, {cwd: folder, input: k_password + "\n", stdio: ["pipe", "ignore", "inherit"]});
  writeFileSync(join(folder, "plan.json"), JSON.stringify(country()));
  writeFileSync(join(folder, "dondoc.json"), JSON.stringify({timezone: "Asia/Ho_Chi_Minh", storage: {url: "sqlite:dondoc.db"},
    listen: {host: "127.0.0.1", port: k_port}, channels: {}}));
  run("admin", "password", "set", "administrator", "--config", "dondoc.json");
  run("issue", "plan.json", "--config", "dondoc.json");
  const serve = spawn(program, ["serve", "--config", "dondoc.json"], {cwd: folder, stdio: "ignore"});
  for (let tries = 0; tries < 200; ++tries) {
    if (await fetch(k_address + "/readyz").then((answer) => answer.ok, () => false)) return serve;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error("serve does not answer");
}

async function paint_of(page) {
  await page.goto(`${k_address}/board?plan=Z-TW-2026`, {waitUntil: "load"});
  await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
  const drawn = await page.waitForFunction(() => document.querySelector("[data-chart=heat]")?.chart && performance.now());
  return page.evaluate((overview) => ({overview, paint: performance.getEntriesByName("first-contentful-paint")[0].startTime,
    server: performance.getEntriesByType("navigation")[0].responseStart - performance.getEntriesByType("navigation")[0].requestStart}), await drawn.jsonValue());
}

async function main() {
  if (!can_look()) throw new Error("needs chromium, and `npm ci --ignore-scripts --prefix tests/pages`");
  const folder = mkdtempSync(join(tmpdir(), "dondoc-country-"));
  let serve, browser;
  try {
    serve = await start_serve(folder);
    browser = await start_browser();
    for (const width of [360, 1280]) {
      const page = await sign_in_as_administrator(browser, k_address, k_password, width);
      const looks = [];
      for (let look = 0; look < k_looks; ++look) looks.push(await paint_of(page));
      const middle = (what) => looks.map((one) => one[what]).sort((a, b) => a - b);
      const said = (what) => `p50 ${Math.round(middle(what)[k_looks / 2])} ms, slowest ${Math.round(middle(what).at(-1))} ms`;
      console.log(`${width} px: first contentful paint ${said("paint")}; first byte ${said("server")}; overview drawn ${said("overview")}`);
    }
  } finally {
    await browser?.close();
    serve?.kill();
    rmSync(folder, {recursive: true, force: true});
  }
}

main().catch((error) => { console.error(String(error)); process.exit(1); });
