// Has a validator that is not ours read the OpenAPI document of /api/v1: node validate.mjs FILE. Exit code 77 (skipped)
// before `npm ci --ignore-scripts --prefix tests/api`; 1 when the document is not valid OpenAPI 3.1.
import { readFileSync } from "node:fs";

let Validator;
try {
  ({ Validator } = await import("@seriousme/openapi-schema-validator"));
} catch {
  console.log("skipped: no validator is installed (npm ci --ignore-scripts --prefix tests/api)");
  process.exit(77);
}

const document = JSON.parse(readFileSync(process.argv[2], "utf8"));
const validator = new Validator();
const result = await validator.validate(document);
if (!result.valid || validator.version !== "3.1") {
  console.error(JSON.stringify(result.errors ?? `version ${validator.version}`, null, 1));
  process.exit(1);
}
validator.resolveRefs();
console.log(`valid OpenAPI ${validator.version}: ${Object.keys(document.paths).length} paths`);
