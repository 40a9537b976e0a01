// What a feed of deadlines must be, whoever reads it: a calendar of whole days, each entry with what RFC 5545 and 5546 ask
// for and a UID of its own. `ICAL`: ical.js, from wherever it is installed. Throws what is wrong; the number of entries.

function check(condition, message) {
  if (!condition) throw new Error(message);
}

function check_entry(entry, uids) {
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

export function check_feed(ICAL, text) {
  const lines = text.split("\r\n");
  check(lines.every((line) => Buffer.byteLength(line) <= 75), "a line is longer than 75 octets");
  const calendar = new ICAL.Component(ICAL.parse(text));
  check(calendar.name === "vcalendar", "no calendar");
  check(calendar.getFirstPropertyValue("method") === "PUBLISH", "METHOD is not PUBLISH");
  const entries = calendar.getAllSubcomponents();
  const uids = new Set();
  for (const entry of entries) check_entry(entry, uids);
  return entries.length;
}
