// Renders each text of a JSON array with markdown-it and its footnote plugin, as Eleventy sets it up, and prints a JSON array of HTML: one array a line of standard input.
import { createInterface } from 'node:readline';
import markdownIt from 'markdown-it';
import footnote from 'markdown-it-footnote';

const engine = markdownIt({ html: true }).use(footnote);
for await (const line of createInterface({ input: process.stdin }))
  process.stdout.write(`${JSON.stringify(JSON.parse(line).map((text) => engine.render(text)))}\n`);
