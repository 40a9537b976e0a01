// Days as the pages write them: "2023-11-24" is a date without a time of day, 24/11/2023 for whoever reads it.

/** Milliseconds of a day's beginning, for the library's axis of time, which counts in UTC. */
export const at = (iso) => Date.parse(iso + "T00:00:00Z");

const parts = (ms) => { const day = new Date(ms); return [day.getUTCDate(), day.getUTCMonth() + 1, day.getUTCFullYear()]; };

export const day_and_month = (ms) => parts(ms).slice(0, 2).join("/");
export const month_and_year = (ms) => parts(ms).slice(1).join("/");
export const day_month_year = (ms) => parts(ms).join("/");
