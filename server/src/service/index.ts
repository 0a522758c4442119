/**
 * The face of the language service, and all that shells (language server, command line, tests) import of it: the door,
 * what a snapshot is made from, and the few helpers for texts, URIs and settings that both sides need.
 */

export type { AnalysisOptions } from './analysis.ts';
export { Analysis } from './analysis.ts';
export type * from './features/results.ts';
export type { CheckedFile } from './features/problems/check.ts';
export { CheckRecord } from './features/problems/checkRecord.ts';
export type { ConfigurationProblem } from './features/problems/configurationProblems.ts';
export { SentPostLists } from './features/posts/sentPostLists.ts';
export type { Environment } from './generators/contract/model.ts';

// A snapshot, and what makes the next one.
export type { OpenPost, Snapshot } from './site/model/snapshot.ts';
export {
  emptySnapshot,
  findSite,
  withDocument,
  withOutline,
  withoutDocument,
  withSettings,
  withSites,
} from './site/model/snapshot.ts';
export type { Settings, Severity } from './site/model/settings.ts';
export { defaultSettings } from './site/model/settings.ts';

// Markdown engines by id.
export { dialects } from './dialects/index.ts';

// Sites, and how they are read from files.
export type { Site } from './site/model/site.ts';
export { isBuiltByGenerator } from './site/model/site.ts';
export { isConfigurationFileName } from './site/reading/find.ts';
export { findConsequence } from './site/reading/omissions.ts';
export { findMissedChanges } from './site/reading/missedChanges.ts';
export { isRelevant, findSites, readSite, refreshSite, withConfigurationErrors } from './site/reading/read.ts';
export { computeAddresses } from './site/resolution/addresses.ts';
export { listUnreportedLinks } from './site/resolution/unreported.ts';

// Rules by id.
export type { Problem } from './rules/rule.ts';
export { rules } from './rules/index.ts';

// Texts, URIs, files and long work.
export { Document } from './text/document.ts';
export type { TextEdit } from './text/edit.ts';
export { applyEdits } from './text/edit.ts';
export type { Range } from './text/range.ts';
export type { Scheduler } from './text/scheduler.ts';
export { immediately } from './text/scheduler.ts';
export type { Steps } from './text/steps.ts';
export { Cancelled, finish, finishInSlices, isSteps } from './text/steps.ts';
export type { Omission, OmissionReason } from './text/omission.ts';
export { describeOmission } from './text/omission.ts';
export { basename, toCanonical, dirname, encodeUriComponent, join, relative } from './text/uri.ts';
export type { Workspace } from './text/workspace.ts';
