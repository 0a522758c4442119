import type { Environment } from '../generators/contract/model.ts';
import type { OpenPost } from '../site/model/snapshot.ts';
import type { FrontMatter } from '../syntax/frontMatter/index.ts';
import { secondOf } from '../site/resolution/publication.ts';
import { memoize } from '../text/memo.ts';
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

/** A rule's findings; one that looks at front matter is asked again only when that, the site, the settings or the second changed, or when somebody wants to know what it asks. */
function findings(rule: Rule, post: OpenPost, environment: Environment): Iterable<Finding> {
  const { frontMatter } = post.syntax;
  if (rule.looksAt !== 'front matter' || !frontMatter || environment.onDependency) return rule.check(post, environment);
  const byRule = findingsIn(frontMatter, post, environment);
  let found = byRule.get(rule);
  if (!found) byRule.set(rule, (found = [...rule.check(post, environment)]));
  return found;
}

/** What rules found in a front matter. */
const findingsIn = memoize(
  (_frontMatter: FrontMatter, _post: OpenPost, _environment: Environment) => new Map<Rule, readonly Finding[]>(),
  (_frontMatter, { site, settings, document: { uri } }, environment) => [
    site,
    settings,
    uri,
    environment.timeZone,
    secondOf(environment),
  ],
);
