// Asks the schema of OASIS of SARIF logs: node sarif.mjs LOG... prints one line for each that does not fit.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";

const schemaFile = createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const isValid = ajv.compile(JSON.parse(readFileSync(schemaFile, "utf8")));
for (const file of process.argv.slice(2)) {
  if (!isValid(JSON.parse(readFileSync(file, "utf8")))) {
    console.log(`${file}: ${isValid.errors.slice(0, 5).map((error) => `${error.instancePath} ${error.message}`).join("; ")}`);
  }
}
