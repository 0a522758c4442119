import type { Environment } from '../generators/contract/model.ts';
import type { Severity } from '../site/model/settings.ts';
import type { OpenPost } from '../site/model/snapshot.ts';
import type { Range } from '../text/range.ts';
import type { TextEdit } from '../text/edit.ts';

/** A defect of a post that a writer can see and fix. */
export interface Rule {
  /** Also file name, setting, diagnostic code and page. */
  readonly id: string;
  readonly severity: Severity;
  /** One line for settings and lists. */
  readonly summary: string;
  /**
   * `front matter`: the rule reads that and the site only, so typing prose changes none of its findings. `dialect`: what the
   * engine reads decides, so the rule is silent where nobody knows the engine.
   */
  readonly dependsOn?: 'front matter' | 'dialect';
  /** Finds the rule's defects in a post; must not throw. */
  check(post: OpenPost, environment: Environment): Iterable<Finding>;
}

/** What a rule reports; the linter adds rule id and severity. Ranges are offsets into the document. */
export interface Finding {
  readonly range: Range;
  /** What is wrong, why, what to do; quotes the author's text. */
  readonly message: string;
  /** Other than the rule's own severity. */
  readonly severity?: Severity;
  /** Text without effect, which editors show faded. */
  readonly unnecessary?: true;
  /** Other places that explain this one. */
  readonly related?: readonly { readonly range: Range; readonly message: string }[];
  /** Computed on request. */
  readonly fixes?: () => readonly Fix[];
}

/** A change that fixes a problem. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The one to apply when none is chosen; at most one per problem. */
  readonly preferred?: true;
  /** Loses nothing and leaves no choice: may be applied unseen. */
  readonly isSafe?: true;
}

/** A finding with its rule and the severity the writer chose. */
export interface Problem extends Finding {
  readonly rule: string;
  readonly severity: Severity;
}
