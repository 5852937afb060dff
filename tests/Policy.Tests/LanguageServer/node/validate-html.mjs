// Asks html-validate of pages: node validate-html.mjs PAGE... prints one line for each complaint.
import { readFileSync } from "node:fs";
import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({ extends: ["html-validate:recommended"] });
for (const file of process.argv.slice(2)) {
  const report = await validator.validateString(readFileSync(file, "utf8"), file);
  report.results.flatMap((result) => result.messages).slice(0, 20).forEach((message) => console.log(`${file}:${message.line}:${message.column} ${message.ruleId}: ${message.message}`));
}
