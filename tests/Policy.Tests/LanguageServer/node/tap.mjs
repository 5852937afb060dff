// Reads TAP documents: node tap.mjs DOCUMENT prints its counts as JSON, and fails where the parser complains of its shape.
import { readFileSync } from "node:fs";
import { Parser } from "tap-parser";

const parser = new Parser({ strict: true });
const complaints = [];
parser.on("extra", (line) => complaints.push(line));
parser.on("complete", ({ count, pass, fail, todo, skip, plan }) => {
  const shape = complaints.concat(plan.end === count ? [] : ["the plan is not kept"]);
  console.log(JSON.stringify({ count, pass, fail, todo, skip, complaints: shape }));
});
parser.end(readFileSync(process.argv[2], "utf8"));
