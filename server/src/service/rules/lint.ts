import type { Environment } from '../generators/contract/model.ts';
import type { Settings } from '../site/model/settings.ts';
import type { Site } from '../site/model/site.ts';
import type { OpenPost } from '../site/model/snapshot.ts';
import type { FrontMatter } from '../syntax/frontMatter/index.ts';
import { rules } from './index.ts';
import type { Finding, Problem, Rule } from './rule.ts';
import { silenced } from './silence.ts';

/** Every problem of a post in the order of the text, with the severities the writer chose and without what a comment silences. */
export function problems(post: OpenPost, environment: Environment): Problem[] {
  const { settings } = post;
  const found: Problem[] = [];
  for (const rule of rules) {
    const chosen = settings.rules[rule.id];
    if (chosen === 'off') continue;
    for (const finding of findings(rule, post, environment))
      found.push({ ...finding, rule: rule.id, severity: chosen ?? finding.severity ?? rule.severity });
  }
  const isSilenced = silenced(post.document);
  return found
    .filter((problem) => !isSilenced(problem))
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** What rules found in a front matter, for what they found it. */
interface Kept {
  readonly uri: string;
  readonly site: Site | undefined;
  readonly settings: Settings;
  readonly timeZone: string;
  readonly second: number;
  readonly findings: Map<Rule, readonly Finding[]>;
}

const kept = new WeakMap<FrontMatter, Kept>();

/** A rule's findings; one that looks at front matter is asked again only when that, the site, the settings or the second changed, or when somebody wants to know what it asks. */
function findings(rule: Rule, post: OpenPost, environment: Environment): Iterable<Finding> {
  const { frontMatter } = post.syntax;
  if (rule.looksAt !== 'front matter' || !frontMatter || environment.onDependency) return rule.check(post, environment);
  const byRule = findingsIn(frontMatter, post, environment);
  let found = byRule.get(rule);
  if (!found) byRule.set(rule, (found = [...rule.check(post, environment)]));
  return found;
}

function findingsIn(
  frontMatter: FrontMatter,
  { site, settings, document: { uri } }: OpenPost,
  { now, timeZone }: Environment,
): Kept['findings'] {
  const second = Math.floor(now / 1000);
  const before = kept.get(frontMatter);
  if (
    before &&
    before.site === site &&
    before.uri === uri &&
    before.settings === settings &&
    before.second === second &&
    before.timeZone === timeZone
  )
    return before.findings;
  const fresh: Kept = { uri, site, settings, timeZone, second, findings: new Map() };
  kept.set(frontMatter, fresh);
  return fresh.findings;
}
