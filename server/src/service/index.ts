/** The language service's only door: shells (language server, command line, tests) import this file and nothing behind it. */
export { Document } from './text/document.ts';
export type { Range } from './text/range.ts';
export type { TextEdit } from './text/edit.ts';
export { applyEdits } from './text/edit.ts';
export type { Workspace } from './text/workspace.ts';
export { exists } from './text/workspace.ts';
export { canonical, dirname, join, relative, basename } from './text/uri.ts';
export type { Scheduler } from './text/scheduler.ts';
export { immediately } from './text/scheduler.ts';
export { dialects } from './dialects/index.ts';
export type { Settings, Severity } from './site/model/settings.ts';
export { defaultSettings } from './site/model/settings.ts';
export type { Post, Site } from './site/model/site.ts';
export { isPublished } from './site/model/site.ts';
export type { OpenPost, Snapshot } from './site/model/snapshot.ts';
export {
  emptySnapshot,
  siteOf,
  withDocument,
  withOutline,
  withoutDocument,
  withSettings,
  withSites,
} from './site/model/snapshot.ts';
export { concerns, findSites, readSite, refreshedSite, withErrors } from './site/reading/read.ts';
export { isConfigurationName } from './site/reading/find.ts';
export { configurationProblems } from './site/reading/configurationProblems.ts';
export { readAddresses } from './site/resolution/addresses.ts';
export { changedBetween } from './site/resolution/changes.ts';
export type { Environment } from './generators/contract/model.ts';
export type { Problem, Fix } from './rules/rule.ts';
export { rules } from './rules/index.ts';
export { problems } from './rules/lint.ts';
export { render } from './features/preview/index.ts';
export { linkedFiles } from './features/preview/linkedFiles.ts';
export { siteStyles } from './features/preview/siteStyles.ts';
export { hover, siteHover } from './features/navigation/hover/index.ts';
export { definition, siteDefinition } from './features/navigation/definition.ts';
export { references } from './features/navigation/references.ts';
export { siteReferences } from './features/navigation/siteReferences.ts';
export type { Search } from './features/links/inbound.ts';
export { documentLinks } from './features/navigation/documentLinks.ts';
export { landing } from './features/links/linkTarget.ts';
export { highlights } from './features/navigation/highlights.ts';
export { prepareRename, rename } from './features/editing/rename/label.ts';
export { prepareKeyRename, renameKeyAt } from './features/editing/rename/key.ts';
export { prepareTermRename, renameTerm, termReferences } from './features/editing/rename/term.ts';
export { workspaceSymbols } from './features/navigation/workspaceSymbols.ts';
export { siteRename } from './features/editing/rename/siteRename.ts';
export { move } from './features/links/move/index.ts';
export type { Rename } from './features/links/move/index.ts';
export { linkedEditing } from './features/navigation/linkedEditing.ts';
export { selection } from './features/navigation/selection.ts';
export { completion } from './features/completion/index.ts';
export { isAtLink } from './features/completion/links.ts';
export { learnHabits } from './features/links/conventions.ts';
export { codeActions } from './features/editing/codeActions/index.ts';
export { symbols } from './features/navigation/symbols.ts';
export { headingsLike } from './features/navigation/headingSearch.ts';
export { folding } from './features/navigation/folding.ts';
export { wordCount } from './syntax/prose/wordCount.ts';
export { posts } from './features/posts/posts.ts';
export { choices, insert } from './features/editing/insert/index.ts';
export { pageTitle } from './features/editing/insert/pageTitle.ts';
export { imagePlaces } from './features/editing/insert/imagePlaces.ts';
export { postLists } from './features/posts/postList.ts';
export { SentPostLists } from './features/posts/sentPostLists.ts';
export { publication } from './features/posts/publication.ts';
export { newPost } from './features/posts/newPost/index.ts';
export { postFolders } from './features/posts/newPost/folders.ts';
export { newPostPlaces } from './features/posts/newPost/places.ts';
export type { PostPlans } from './features/posts/changePost/index.ts';
export { changePost, withLinks } from './features/posts/changePost/index.ts';
export type * from './features/results.ts';
