// Renders Markdown with markdown-it: node markdown.mjs DOCUMENT... writes DOCUMENT.html for each.
import { readFileSync, writeFileSync } from "node:fs";
import MarkdownIt from "markdown-it";

const renderer = new MarkdownIt({ html: true, linkify: true, typographer: true });
for (const file of process.argv.slice(2)) {
  writeFileSync(`${file}.html`, renderer.render(readFileSync(file, "utf8")));
}
