import { suite } from './support.js';

/** What comes of a command: the file it leaves, by its path and text, or the sentence that says why it does nothing. */
type Outcome = readonly [path: RegExp, text: RegExp] | { readonly says: string };

/** A file by its path and text. */
export type File = readonly [path: string, text: string];

/** A site on which every command is tried: how its posts are kept, and what becomes of them. */
export interface Site {
  readonly draft: (name: string) => File;
  readonly post: (name: string) => File;
  /** What shows how this site marks drafts, where only its posts can. */
  readonly beside?: File;
  /** A post with a folder to itself, where this generator has those. */
  readonly bundle?: (name: string) => File;
  /** A link to the post of a name. */
  readonly link: (name: string) => string;
  /** The place of new posts, and of new drafts. */
  readonly places: readonly [posts: string, drafts: string];
  /**
   * By command, for a draft or post with the name of the command and a hyphen and a word after it, and the title
   * "Dawn" and a word.
   */
  readonly changes: Readonly<Record<string, Outcome>>;
}

/** What follows the front matter of every post. */
const body = '\nSee the lamp.\n\n## Ashore\n\nDark.\n\n### Inside\n\nWarm.\n';

const today = /2\d{3}-\d\d-\d\d/.source;

const jekyll: Site = {
  draft: (name) => [`_drafts/${name}.md`, `---\ntitle: Squall  # short\nlayout: post\n---\n${body}`],
  post: (name) => [
    `_posts/2024-03-03-${name}.md`,
    `---\ntitle: Squall  # short\ndate: 2024-03-03 10:00:00 +0000\nlayout: post\n---\n${body}`,
  ],
  link: (name) => `[it]({% post_url 2024-03-03-${name} %})`,
  places: ['posts', 'drafts'],
  changes: {
    publish: [
      new RegExp(`^_posts/${today}-publish-\\w+\\.md$`),
      new RegExp(`^---\ntitle: Squall  # short\ndate: ${today}[^\n]+\nlayout: post\n---\n`),
    ],
    unpublish: [/^_drafts\/unpublish-\w+\.md$/, /^---\ntitle: Squall {2}# short\nlayout: post\n---\n/],
    schedule: [/^_posts\/2099-05-01-schedule-\w+\.md$/, /\ndate: 2099-05-01 09:30/],
    setDateToNow: [
      new RegExp(`^_posts/(?!2024-03-03)${today}-setDateToNow-\\w+\\.md$`),
      new RegExp(`\ndate: (?!2024-03-03)${today} \\d\\d:\\d\\d:\\d\\d \\+0000\nlayout`),
    ],
    renamePost: [/^_posts\/2024-03-03-dawn-\w+\.md$/, /^---\ntitle: Dawn \w+ {2}# short\ndate: 2024-03-03/],
    duplicatePost: [/^_drafts\/dawn-\w+\.md$/, /^---\ntitle: Dawn \w+ {2}# short\nlayout: post\n---\n/],
    newPost: [
      new RegExp(`^_posts/${today}-dawn-\\w+\\.md$`),
      new RegExp(`^---\n[^]*title: "?Dawn \\w+"?[^]*\ndate: ${today}`),
    ],
    newDraft: [/^_drafts\/dawn-\w+\.md$/, /^---\n[^]*title: "?Dawn \w+"?/],
  },
};

const hugo: Site = {
  draft: (name) => [
    `content/log/${name}.md`,
    `+++\ntitle = "Squall" # short\ndate = 2024-01-01T10:00:00+01:00\ndraft = true\n+++\n${body}`,
  ],
  post: (name) => [
    `content/log/${name}.md`,
    `+++\ntitle = "Squall" # short\ndate = 2024-01-01T10:00:00+01:00\n+++\n${body}`,
  ],
  bundle: (name) => [
    `content/log/${name}/index.md`,
    `+++\ntitle = "Squall" # short\ndate = 2024-01-01T10:00:00+01:00\n+++\n${body}`,
  ],
  link: (name) => `[it]({{< relref "${name}.md" >}})`,
  places: ['log', 'log'],
  changes: {
    publish: [
      /\/publish-\w+\.md$/,
      new RegExp(
        `^\\+\\+\\+\ntitle = "Squall" # short\ndate = (?!2024-01-01)${today}T\\d\\d:\\d\\d:00[+-]\\d\\d:\\d\\d\ndraft = false\n\\+\\+\\+\n`,
      ),
    ],
    unpublish: [
      /\/unpublish-\w+\.md$/,
      /^\+\+\+\ntitle = "Squall" # short\ndate = 2024-01-01T10:00:00\+01:00\ndraft = true\n\+\+\+\n/,
    ],
    schedule: [/\/schedule-\w+\.md$/, /\ndate = 2099-05-01T09:30:00\+01:00\ndraft = false\n/],
    setDateToNow: [
      /\/setDateToNow-\w+\.md$/,
      new RegExp(`\ndate = (?!2024-01-01)${today}T[^\n]+\naliases = \\["/2024/01/squall/"\\]\n\\+\\+\\+\n`),
    ],
    renamePost: [/^content\/log\/dawn-\w+\.md$/, /^\+\+\+\ntitle = "Dawn \w+" # short\ndate = 2024-01-01T10/],
    duplicatePost: [/^content\/log\/dawn-\w+\.md$/, /^\+\+\+\ntitle = "Dawn \w+" # short\n[^]*draft = true/],
    newPost: [/^content\/log\/(?:[\d-]+)?dawn-\w+(?:\/index)?\.md$/, /title(?: = |: )["']?Dawn \w+["']?\n/i],
    newDraft: [/^content\/log\/(?:[\d-]+)?dawn-\w+(?:\/index)?\.md$/, /draft(?: = |: )true\n/],
  },
};

const astro: Site = {
  draft: (name) => [
    `src/content/log/${name}.md`,
    `---\ntitle: Squall # short\npubDate: Jan 02 2024\ndraft: true\n---\n${body}`,
  ],
  post: (name) => [`src/content/log/${name}.md`, `---\ntitle: Squall # short\npubDate: Jan 02 2024\n---\n${body}`],
  beside: ['src/content/log/unfinished.md', '---\ntitle: Unfinished\npubDate: Jan 01 2024\ndraft: true\n---\n'],
  bundle: (name) => [
    `src/content/log/${name}/index.md`,
    `---\ntitle: Squall # short\npubDate: Jan 02 2024\n---\n${body}`,
  ],
  link: (name) => `[it](/light/log/${name}/)`,
  places: ['log', 'log'],
  changes: {
    publish: [
      /\/publish-\w+\.md$/,
      /^---\ntitle: Squall # short\npubDate: (?!Jan 02 2024)[A-Z][a-z]{2} \d\d 2\d{3}\ndraft: false\n---\n/,
    ],
    unpublish: [/\/unpublish-\w+\.md$/, /^---\ntitle: Squall # short\npubDate: Jan 02 2024\ndraft: true\n---\n/],
    schedule: { says: 'Astro publishes posts of this site whatever their date: publish src/content/log/schedule-' },
    setDateToNow: [/\/setDateToNow-\w+\.md$/, /\npubDate: (?!Jan 02 2024)[A-Z][a-z]{2} \d\d 2\d{3}\n---\n/],
    renamePost: [/^src\/content\/log\/dawn-\w+\.md$/, /^---\ntitle: Dawn \w+ # short\npubDate: Jan 02 2024\n---\n/],
    duplicatePost: [
      /^src\/content\/log\/dawn-\w+\.md$/,
      /^---\ntitle: Dawn \w+ # short\npubDate: (?!Jan 02 2024)[^]*draft: true/,
    ],
    newPost: [/^src\/content\/log\/dawn-\w+\.md$/, /^---\ntitle: ["']?Dawn \w+["']?[^]*\npubDate: /],
    newDraft: [/^src\/content\/log\/dawn-\w+\.md$/, /^---\ntitle: ["']?Dawn \w+["']?[^]*\ndraft: true\n/],
  },
};

const sites: Readonly<Record<string, Site>> = { blog: jekyll, hugo, astro };

/** The site of this run. */
export const site: Site = sites[suite]!;
