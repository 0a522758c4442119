import type {
  ChangePostsParams,
  Choice,
  ImagePlace,
  Insertable,
  NewPostParams,
  NewPostPlace,
  PostListUpdate,
  PublicationResult,
  Refusal,
  WordCount,
} from '../protocol/index.ts';
import { completions } from './features/completion/index.ts';
import type { Context } from './features/context.ts';
import { codeActions } from './features/editing/codeActions/index.ts';
import { imagePlaces } from './features/editing/insert/imagePlaces.ts';
import { choices, insert } from './features/editing/insert/index.ts';
import { parsePageTitle } from './features/editing/insert/pageTitle.ts';
import { prepareRename, rename } from './features/editing/rename/index.ts';
import { filesLookedFor } from './features/links/filesLookedFor.ts';
import { linkTarget } from './features/links/linkTarget.ts';
import type { FileRename } from './features/links/move/index.ts';
import { willRenameFiles } from './features/links/move/index.ts';
import { definition } from './features/navigation/definition.ts';
import { documentHighlights } from './features/navigation/documentHighlights.ts';
import { documentLinks } from './features/navigation/documentLinks.ts';
import { documentSymbols } from './features/navigation/documentSymbols.ts';
import { foldingRanges } from './features/navigation/foldingRanges.ts';
import { hover } from './features/navigation/hover/index.ts';
import { linkedEditingRanges } from './features/navigation/linkedEditingRanges.ts';
import { references } from './features/navigation/references.ts';
import { selectionRanges } from './features/navigation/selectionRanges.ts';
import { workspaceSymbols } from './features/navigation/workspaceSymbols.ts';
import { changePosts } from './features/posts/changePost/index.ts';
import { newPost } from './features/posts/newPost/index.ts';
import { postFolders } from './features/posts/newPost/folders.ts';
import { newPostPlaces } from './features/posts/newPost/places.ts';
import { postLists } from './features/posts/postList.ts';
import { posts } from './features/posts/posts.ts';
import { publication } from './features/posts/publication.ts';
import type { SentPostLists } from './features/posts/sentPostLists.ts';
import { render } from './features/preview/index.ts';
import { linkedFiles } from './features/preview/linkedFiles.ts';
import { siteStyles } from './features/preview/siteStyles.ts';
import type { CheckedFile } from './features/problems/check.ts';
import { check, checkableFiles } from './features/problems/check.ts';
import type { CheckRecord } from './features/problems/checkRecord.ts';
import type { ConfigurationProblem } from './features/problems/configurationProblems.ts';
import { configurationProblems } from './features/problems/configurationProblems.ts';
import type * as results from './features/results.ts';
import { problems } from './rules/lint.ts';
import type { Problem } from './rules/rule.ts';
import type { OpenPost, Snapshot } from './site/model/snapshot.ts';
import type { Document } from './text/document.ts';
import { countWords } from './syntax/prose/wordCount.ts';
import type { Range } from './text/range.ts';
import type { Steps } from './text/steps.ts';
import { toCanonical } from './text/uri.ts';

/** What an analysis needs besides the snapshot it is of. */
export type AnalysisOptions = Omit<Context, 'snapshot' | 'hasMarkdownSupport'> &
  Partial<Pick<Context, 'hasMarkdownSupport'>>;

/**
 * The door of the language service: every question about the posts of a snapshot. Questions about a place take the URI of an open
 * document, in any spelling, then offsets into it (UTF-16 code units), then the rest; of a document that is not open there is
 * nothing to say, and the answer is undefined or empty. Nothing is changed or written: changes are answered as edits.
 * What may take long about one text is answered in steps, which `finish` takes at once; a text that `prepare` has read is not read again.
 */
export class Analysis {
  private readonly context: Context;

  constructor(snapshot: Snapshot, options: AnalysisOptions) {
    this.context = { hasMarkdownSupport: false, ...options, snapshot };
  }

  /** The text of an open document. */
  document(uri: string): Document | undefined {
    return this.post(uri)?.document;
  }

  /** Reads a document, so that the questions that follow are answered without delay. */
  prepare(uri: string): Steps<unknown> {
    return this.inSteps(uri, undefined, (post) => post.parseInSteps());
  }

  /** What is wrong with a document, in the order of the text, with the severities the writer chose. */
  problems(uri: string): Steps<Problem[]> {
    return this.inSteps(uri, [], (post) => problems(post, this.context.environment));
  }

  /** Canonical URIs of open documents and of all posts in Markdown. */
  checkableFiles(): string[] {
    return checkableFiles(this.context);
  }

  /** Problems of files (canonical URIs), open or not, one after another; with the record of an earlier check only those are checked whose result may differ. */
  check(uris: readonly string[], record?: CheckRecord): AsyncGenerator<CheckedFile> {
    return check(this.context, uris, record);
  }

  /** What is wrong with the configuration files of the sites. */
  configurationProblems(): Promise<ConfigurationProblem[]> {
    return configurationProblems(this.context);
  }

  /** What there is to say about the place at an offset. */
  async hover(uri: string, offset: number): Promise<results.Hover | undefined> {
    return this.withPost(uri, undefined, (post) => hover(this.context, post, offset));
  }

  /** Where a label is defined, or what a link, image or tag leads to. */
  async definition(uri: string, offset: number): Promise<results.Target[]> {
    return this.withPost(uri, [], (post) => definition(this.context, post, offset));
  }

  /** Every place of the site that means what stands at an offset, with its definitions or the uses alone. */
  async references(uri: string, offset: number, include: 'all' | 'uses'): Promise<results.Target[]> {
    return this.withPost(uri, [], (post) => references(this.context, post, offset, include));
  }

  /** The places in the document itself that mean what stands at an offset. */
  documentHighlights(uri: string, offset: number): results.Highlight[] {
    return this.withPost(uri, [], (post) => documentHighlights(post, offset));
  }

  /** What of a document opens a file. */
  documentLinks(uri: string): results.DocumentLink[] {
    return this.withPost(uri, [], (post) => documentLinks(this.context, post));
  }

  /** Where a link to a file comes out: at the heading or id that its fragment names, else at its beginning. */
  linkTarget(uri: string, fragment: string): Promise<results.Target> {
    return linkTarget(this.context, toCanonical(uri), fragment);
  }

  /** The outline of a document. */
  documentSymbols(uri: string): results.DocumentSymbol[] {
    return this.withPost(uri, [], (post) => documentSymbols(this.context, post));
  }

  /**
   * URIs of the files that answers about a document depend on: its own, those that its links lead to, and where those
   * were looked for that lead nowhere.
   */
  filesLookedFor(uri: string): string[] {
    return this.withPost(uri, [], (post) => filesLookedFor(this.context, post));
  }

  /** Posts, terms and headings of all sites that match what was typed, the best first. */
  workspaceSymbols(query: string): Promise<results.WorkspaceSymbol[]> {
    return workspaceSymbols(this.context, query);
  }

  /** What of a document can be folded away. */
  foldingRanges(uri: string): results.Folding[] {
    return this.withPost(uri, [], foldingRanges);
  }

  /** Ever larger ranges around an offset, from the inside out. */
  selectionRanges(uri: string, offset: number): Range[] {
    return this.withPost(uri, [], (post) => selectionRanges(post, offset));
  }

  /** The labels that can be typed over together at an offset; undefined where one of them could not follow. */
  linkedEditingRanges(uri: string, offset: number): Range[] | undefined {
    return this.withPost(uri, undefined, (post) => linkedEditingRanges(post, offset));
  }

  /** What can be typed at an offset. */
  async completions(uri: string, offset: number): Promise<results.Completions> {
    return this.withPost(uri, { items: [], isIncomplete: false }, (post) => completions(this.context, post, offset));
  }

  /** What can be renamed at an offset, or why it cannot. */
  prepareRename(uri: string, offset: number): results.RenamePreparation | undefined {
    return this.withPost(uri, undefined, (post) => prepareRename(this.context, post, offset));
  }

  /** Edits that rename what is at an offset in every post that has it, or why not. */
  async rename(uri: string, offset: number, newName: string): Promise<results.RenameResult | undefined> {
    return this.withPost(uri, undefined, (post) => rename(this.context, post, offset, newName));
  }

  /** Edits, to be applied before files and folders are renamed (URIs), so that every link still leads to its target. */
  willRenameFiles(renames: readonly FileRename[]): Promise<results.DocumentEdit[]> {
    const canonicals = renames.map(({ from, to }) => ({ from: toCanonical(from), to: toCanonical(to) }));
    return willRenameFiles(this.context, canonicals);
  }

  /** What can be done in a range, or at a caret where it is empty. */
  codeActions(uri: string, range: Range): Steps<results.Action[]> {
    return this.inSteps(uri, [], (post) => codeActions(this.context, post, range));
  }

  /** What to write for something that is put in place of a selection, or why it cannot be. */
  async insert(uri: string, selection: Range, what: Insertable): Promise<results.Insertion | Refusal | undefined> {
    return this.withPost(uri, undefined, (post) => insert(this.context, post, selection, what));
  }

  /** What there is to choose from for an insertion. */
  choices(uri: string, kind: 'image' | 'component'): Choice[] {
    return this.withPost(uri, [], (post) => choices(post, kind));
  }

  /** Where images go that are added to a document, one place for each name, proposed as it came or chosen by the writer. */
  async imagePlaces(
    uri: string,
    names: readonly string[],
    naming: 'proposed' | 'chosen',
  ): Promise<readonly ImagePlace[] | Refusal | undefined> {
    return this.withPost(uri, undefined, (post) => imagePlaces(this.context, post, names, naming));
  }

  /** The title of a web page, of which the text may be cut off anywhere. */
  pageTitle(html: string): string | undefined {
    return parsePageTitle(html);
  }

  /** A document as its readers will see it. */
  render(uri: string): Steps<results.Rendered | undefined> {
    return this.inSteps(uri, undefined, (post) => render(this.context, post));
  }

  /** URIs of the files that addresses of images and links in a rendered document may mean, by address, the likeliest first. */
  linkedFiles(uri: string, addresses: readonly string[]): Readonly<Record<string, readonly string[]>> {
    return this.withPost(uri, {}, (post) => linkedFiles(this.context, post, addresses));
  }

  /** URIs of the style sheets of a document's site. */
  async siteStyles(uri: string): Promise<string[]> {
    return this.withPost(uri, [], (post) => siteStyles(this.context, post));
  }

  /** How many words of a document, or of ranges of it, a reader reads. */
  wordCount(uri: string, ranges: readonly Range[]): Steps<WordCount | undefined> {
    return this.inSteps(uri, undefined, function* (post) {
      return yield* countWords(yield* post.parseInSteps(), ranges);
    });
  }

  /** What becomes of a document when its site is built; undefined for one that is no page of a site. */
  publication(uri: string): PublicationResult | undefined {
    return this.withPost(uri, undefined, (post) => publication(this.context, post));
  }

  /** Where a new post can go, the nearest to `near` (the URI of a file or folder) first. */
  newPostPlaces(near?: string): NewPostPlace[] {
    return newPostPlaces(this.context, near);
  }

  /** URIs of the folders in which new posts can go. */
  postFolders(): string[] {
    return postFolders(this.context);
  }

  /** A new post, begun as the site's posts are; undefined when its place is gone. */
  newPost(params: NewPostParams): Promise<results.NewPost | undefined> {
    return newPost(this.context, params);
  }

  /** A change of posts, open or not, planned as one step. */
  changePosts(params: ChangePostsParams): Promise<results.PostPlans> {
    return changePosts(this.context, params);
  }

  /** Every post of every site with what becomes of it, for people who list them. */
  posts(): results.PostRow[] {
    return posts(this.context);
  }

  /** The posts of every site as updates of the lists that were sent before; `known` are the revisions of those the client has, by root. */
  async postLists(sent: SentPostLists, known: Readonly<Record<string, string>>): Promise<PostListUpdate[]> {
    return sent.updates(await postLists(this.context), known, this.context.environment.now);
  }

  private post(uri: string): OpenPost | undefined {
    return this.context.snapshot.open.get(toCanonical(uri));
  }

  private *inSteps<Answer, Otherwise>(
    uri: string,
    otherwise: Otherwise,
    answer: (post: OpenPost) => Steps<Answer>,
  ): Steps<Answer | Otherwise> {
    const post = this.post(uri);
    return post ? yield* answer(post) : otherwise;
  }

  /** The answer to a question about an open document, and another one where it is not open. */
  private withPost<Answer, Otherwise>(
    uri: string,
    otherwise: Otherwise,
    answer: (post: OpenPost) => Answer,
  ): Answer | Otherwise {
    const post = this.post(uri);
    return post ? answer(post) : otherwise;
  }
}
