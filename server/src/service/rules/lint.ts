import type { Environment } from '../generators/generator.ts';
import type { Settings } from '../site/settings.ts';
import type { OpenPost } from '../site/snapshot.ts';
import { rules } from './index.ts';
import type { Problem } from './rule.ts';
import { silenced } from './silence.ts';

/** Every problem of a post in the order of the text, with the severities the writer chose and without what a comment silences. */
export function problems(post: OpenPost, settings: Settings, environment: Environment): Problem[] {
  const found: Problem[] = [];
  for (const rule of rules) {
    const chosen = settings.rules[rule.id];
    if (chosen === 'off') continue;
    for (const finding of rule.check(post, environment)) found.push({ ...finding, rule: rule.id, severity: chosen ?? finding.severity ?? rule.severity });
  }
  const isSilenced = silenced(post.document);
  return found.filter((problem) => !isSilenced(problem)).sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
