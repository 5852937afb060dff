// Asks ajv of documents: node validate.mjs SCHEMA READING DOCUMENT... prints one line for each that does not fit.
// READING: json; core (YAML as editors read it: a plain 5.10 is a number); failsafe (YAML as the program reads it: every scalar is text).
// Strict mode is off because `markdownDescription` and `defaultSnippets` are words of editors, which validators have to ignore.
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { parse } from "yaml";

const [schemaFile, reading, ...documents] = process.argv.slice(2);
const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: true });
const schema = JSON.parse(readFileSync(schemaFile, "utf8"));
const isValid = ajv.compile(schema);
for (const file of documents) {
  const text = readFileSync(file, "utf8");
  const value = reading === "json" ? JSON.parse(text) : parse(text, { schema: reading, version: "1.2" });
  if (!isValid(value)) {
    const errors = isValid.errors.slice(0, 5).map((error) => `${error.instancePath} ${error.message}`);
    console.log(`${file}: ${errors.join("; ")}`);
  }
}
