import * as service from '../../server/src/service/index.ts';
import type { Opener } from './check.ts';
import { createAnalysis } from './check.ts';
import { root, readSites } from './site.ts';

/** Nine posts of a ferry's log that agree in their keys, three of them about the same things. */
const log = Array.from(
  { length: 9 },
  (_, index) => `-- _posts/2023-0${index + 1}-01-trip.md --
---
layout: post
title: Trip ${index + 1}
author: ${index % 2 === 0 ? 'ina' : 'mia'}
tags: [${index < 5 ? 'lighthouse, fog' : 'moorings'}]
---
It left at seven.
`,
).join('');

/**
 * The sites that the examples of rule pages lie in, by generator; their own posts are there for the examples to meet.
 */
const exampleSites: Readonly<Record<string, string>> = {
  jekyll: `-- _config.yml --
timezone: Europe/Berlin
collections:
  boats:
    output: true
-- _posts/2023-04-01-first-ferry.md --
---
title: The first ferry
---
It left at seven.

## The way over
-- _drafts/winter-timetable.md --
---
title: The winter timetable
---
Soon.
-- _posts/2023-05-02-the-old-pier.md --
---
title: The old pier
published: false
---
Gone.
-- _layouts/post.html --
<main id="content">{{ content }}</main>
-- _layouts/boat.html --
{{ content }}
-- _includes/timetable.md --
Every hour.
-- _includes/board.html --
<b id="{{ include.id }}">At noon</b>
-- assets/ferry.svg --
<svg/>
-- about.md --
---
title: About
permalink: /about/
---
We wait.
`,
  jekyllWithoutZone: `-- _config.yml --
title: The landing
-- index.md --
---
title: The landing
---
`,
  jekyllLog: `-- _config.yml --
title: The ferry's log
-- _layouts/post.html --
{{ content }}
-- _layouts/photo.html --
{{ content }}
-- _data/authors.yml --
ina:
  name: Ina
mia:
  name: Mia
${log}`,
  jekyllCms: `-- _config.yml --
defaults:
  - scope: { path: _posts }
    values: { layout: post }
-- admin/config.yml --
collections:
  - name: posts
    folder: _posts
    fields:
      - { name: title, widget: string }
      - { name: layout, widget: string }
      - { name: weather, widget: select, options: [calm, windy, storm], required: false }
      - { name: crew, widget: number, required: false, min: 1 }
      - { name: pinned, widget: boolean }
      - { name: body, widget: markdown }
`,
  jekyllSchema: `-- _config.yml --
title: The ferry's log
-- closed.schema.json --
{ "properties": { "harbour": {} }, "additionalProperties": false }
-- trip.schema.json --
{
  "type": "object",
  "required": ["harbour"],
  "properties": {
    "harbour": { "enum": ["north", "south"] },
    "seats": { "type": "integer", "maximum": 40 },
    "stops": { "type": "array", "items": { "type": "string" } },
    "ship": { "type": "object", "properties": { "name": { "type": "string" } } }
  }
}
`,
  hugo: `-- hugo.toml --
title = 'The landing'
-- content/posts/first-ferry.md --
---
title: The first ferry
---
It left at seven.
`,
};

/** Opens texts at a path of the example site of a generator. */
export async function openExample(generator: string, path: string): Promise<Opener> {
  const site = exampleSites[generator];
  if (site === undefined)
    throw new Error(`There is no example site "${generator}": name one of ${Object.keys(exampleSites).join(', ')}.`);
  const snapshot = service.withSites(service.emptySnapshot, await readSites(site));
  const uri = `${root}/${path}`;
  return (text) => {
    const next = service.withDocument(snapshot, new service.Document(uri, 1, text));
    return { snapshot: next, post: next.open.get(uri)!, uri, analysis: createAnalysis(next) };
  };
}
