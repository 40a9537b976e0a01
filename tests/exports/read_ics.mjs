// Reads feeds of deadlines with ical.js: `npm ci && node read_ics.mjs FILE.ics…`. Fails when a feed is no calendar, an entry
// lacks what RFC 5545 and 5546 ask for, is no whole day, or has a UID twice. Prints one line a file.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("usage: node read_ics.mjs FILE.ics…");
  process.exit(2);
}

function check(condition, message) {
  if (!condition) throw new Error(message);
}

function checkEntry(entry, uids) {
  for (const name of ["uid", "dtstamp", "summary", "sequence", "status", "organizer"]) {
    check(entry.hasProperty(name), `an entry has no ${name.toUpperCase()}`);
  }
  const uid = entry.getFirstPropertyValue("uid");
  check(!uids.has(uid), `${uid}: twice`);
  uids.add(uid);
  check(entry.getAllSubcomponents("valarm").length === 0, `${uid}: an alarm`);
  const day = entry.getFirstPropertyValue(entry.name === "vtodo" ? "due" : "dtstart");
  check(day && day.isDate, `${uid}: not a whole day`);
  check(entry.getFirstPropertyValue("description").includes("Hạn theo văn bản"), `${uid}: no day as written`);
}

function checkFeed(text) {
  const lines = text.split("\r\n");
  check(lines.every((line) => Buffer.byteLength(line) <= 75), "a line is longer than 75 octets");
  const calendar = new ICAL.Component(ICAL.parse(text));
  check(calendar.name === "vcalendar", "no calendar");
  check(calendar.getFirstPropertyValue("method") === "PUBLISH", "METHOD is not PUBLISH");
  const entries = calendar.getAllSubcomponents();
  const uids = new Set();
  for (const entry of entries) checkEntry(entry, uids);
  return entries.length;
}

let failed = false;
for (const file of files) {
  try {
    console.log(`${file}: ${checkFeed(readFileSync(file, "utf8"))} entries`);
  } catch (error) {
    console.error(`${file}: ${error.message}`);
    failed = true;
  }
}
process.exit(failed ? 1 : 0);
