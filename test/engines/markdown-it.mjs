// Renders each text of a JSON array from standard input with markdown-it and its footnote plugin, as Eleventy sets it up; prints a JSON array of HTML.
import { readFileSync } from 'node:fs';
import markdownIt from 'markdown-it';
import footnote from 'markdown-it-footnote';

const engine = markdownIt({ html: true }).use(footnote);
process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map((text) => engine.render(text))));
