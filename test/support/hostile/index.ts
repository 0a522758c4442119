import { addresses, handlers } from './attributes.ts';
import { forms, foreign, loading, scripts } from './elements.ts';
import { attributeLists, blocks, formulas, frontMatterKeys, templates, values } from './markup.ts';
import { mutations } from './mutations.ts';
import { shadowing, styles } from './pages.ts';

/** What a post could hold to run a script, to load something or to leave the page; none of it may work. By kind. */
export const hostile: Readonly<Record<string, readonly string[]>> = {
  scripts,
  handlers,
  addresses,
  loading,
  forms,
  foreign,
  mutations,
  shadowing,
  styles,
  attributeLists,
  blocks,
  formulas,
  templates,
};

/** A post with a hostile body between two harmless paragraphs; its front matter is hostile, too. */
export function createHostilePost(body: string, title = '<script>__xss=1</script>'): string {
  const evil = '<img src=x onerror=__xss=1>';
  return `---\ntitle: ${JSON.stringify(title)}\nevil: ${JSON.stringify(evil)}\ntags: [${JSON.stringify(evil)}]\n---\n\nBefore\n\n${body}\n\nAfter\n`;
}

/** A harmless post whose front matter has a hostile value at every key that the preview shows. */
export const hostileFrontMatter: readonly string[] = values.map((value) => {
  const lines = frontMatterKeys.map((key) => `${key}: ${JSON.stringify(value)}\n`);
  return `---\n${lines.join('')}---\n\nBefore {{ page.evil }} {{ page.title }}\n\n[x]({{ page.image }})\n\nAfter\n`;
});
