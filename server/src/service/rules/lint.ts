import type { Environment } from '../generators/contract/model.ts';
import type { OpenPost } from '../site/model/snapshot.ts';
import type { FrontMatter } from '../syntax/frontMatter/index.ts';
import { getPublication, toEpochSeconds } from '../site/resolution/publication.ts';
import { memoize } from '../text/memo.ts';
import type { Steps } from '../text/steps.ts';
import { rules } from './index.ts';
import type { Finding, Problem, Rule } from './rule.ts';
import { createSilencer } from './silence.ts';

/**
 * Every problem of a post in the order of the text, with the severities the writer chose and without what a comment
 * silences, in steps of one rule or finding. There is none in a file that the generator passes by, and no warning in an
 * expired post, which readers cannot reach.
 */
export function* problems(post: OpenPost, environment: Environment): Steps<Problem[]> {
  yield* post.parseInSteps();
  const { settings } = post;
  const publication = getPublication(post, environment);
  if (publication?.isIgnored) return [];
  const found: Problem[] = [];
  for (const rule of rules) {
    const chosen = settings.rules[rule.id];
    if (chosen === 'off' || (rule.dependsOn === 'dialect' && !post.syntax.dialect.isKnown)) continue;
    for (const finding of checkRule(rule, post, environment)) {
      const severity = finding.severity ?? rule.severity;
      const isReachable = publication?.state !== 'expired';
      const own = severity === 'warning' && !isReachable ? 'info' : severity;
      found.push({ ...finding, rule: rule.id, severity: chosen ?? own });
      yield;
    }
    yield;
  }
  const isSilenced = createSilencer(post.document);
  return found
    .filter((problem) => !isSilenced(problem))
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/**
 * A rule's findings. Those of a rule that depends on front matter only are cached until it, the site, the settings or
 * the second changes, and computed again where dependencies are recorded.
 */
function checkRule(rule: Rule, post: OpenPost, environment: Environment): Iterable<Finding> {
  const { frontMatter } = post.syntax;
  if (rule.dependsOn !== 'front matter' || !frontMatter || environment.onDependency)
    return rule.check(post, environment);
  const byRule = cachedFindings(frontMatter, post, environment);
  let found = byRule.get(rule);
  if (!found) byRule.set(rule, (found = [...rule.check(post, environment)]));
  return found;
}

/** What rules found in a front matter. */
const cachedFindings = memoize(
  (_frontMatter: FrontMatter, _post: OpenPost, _environment: Environment) => new Map<Rule, readonly Finding[]>(),
  (_frontMatter, { site, settings, document: { uri } }, environment) => [
    site,
    settings,
    uri,
    environment.timeZone,
    toEpochSeconds(environment),
  ],
);
