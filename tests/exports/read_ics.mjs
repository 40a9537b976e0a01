// Reads feeds of deadlines with ical.js: `npm ci && node read_ics.mjs FILE.ics…`. Fails when one is not as it must be
// (check_feed.mjs). Prints one line a file.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import { check_feed } from "./check_feed.mjs";

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("usage: node read_ics.mjs FILE.ics…");
  process.exit(2);
}

let failed = false;
for (const file of files) {
  try {
    console.log(`${file}: ${check_feed(ICAL, readFileSync(file, "utf8"))} entries`);
  } catch (error) {
    console.error(`${file}: ${error.message}`);
    failed = true;
  }
}
process.exit(failed ? 1 : 0);
