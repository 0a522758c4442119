import type { WorkspaceEdit } from 'vscode';
import { commands, l10n, Uri, workspace } from 'vscode';
import type { ChangePostsParams, ChangePostsResult, PostChange } from '../../../../server/src/protocol/index.ts';
import { changePosts } from '../../../../server/src/protocol/index.ts';
import type { OwnMoves } from '../../editing/ownMoves.ts';
import type { TextQuestion } from '../../prompts/askForText.ts';
import { askForText } from '../../prompts/askForText.ts';
import type { LanguageServer } from '../../server/languageServer.ts';
import { sendRequest } from '../../server/requests.ts';
import type { NewFolders } from '../newFolders.ts';
import type { PostLists } from '../postLists.ts';
import { addUndoStep, findOpenDocument, toWorkspaceEdit } from './edit.ts';
import type { LinkUpdate } from './linkUpdate.ts';
import { chooseLinkUpdate } from './linkUpdate.ts';
import { reportChange, toPreviewText, toRefusalText } from './texts.ts';
import { areCurrent, openVersions } from './versions.ts';

/** What a change of posts needs besides the plan. */
export interface PostChangerParts {
  readonly server: LanguageServer;
  readonly postLists: PostLists;
  readonly ownMoves: OwnMoves;
  readonly newFolders: NewFolders;
}

/** Makes the changes of posts that the server plans: publish, schedule, rename, duplicate and the like. */
export class PostChanger {
  constructor(private readonly parts: PostChangerParts) {}

  /**
   * Plans a change of posts and makes it as one step; resolves to where the first is afterwards, undefined when the
   * writer does not confirm it. Where the writer types in a post before that is done, it is planned again. Rejects with
   * all that speaks against it where none can change.
   */
  async change(uris: readonly Uri[], change: PostChange): Promise<Uri | undefined> {
    let chosen: LinkUpdate | undefined;
    for (;;) {
      const versions = openVersions();
      const plan = await this.plan({ uris: uris.map(String), change });
      if (plan.posts.length === 0) throw new Error(toRefusalText(plan));
      const linkUpdate = plan.others === 0 ? 'all' : (chosen ??= await chooseLinkUpdate(plan));
      if (!linkUpdate) return undefined;
      if (areCurrent(versions)) return this.apply(plan, linkUpdate);
    }
  }

  /** Asks for a text that a change needs, shows meanwhile where the change leads, and makes it. */
  async askAndChange(
    uris: readonly Uri[],
    question: TextQuestion,
    toChange: (text: string) => PostChange,
  ): Promise<Uri | undefined> {
    const chosen = await askForText(question, async (text) => {
      const change = toChange(text);
      const plan = await this.plan({ uris: uris.map(String), change, isDryRun: true });
      return plan.posts.length === 0
        ? { prompt: '', refusal: toRefusalText(plan), value: change }
        : { prompt: toPreviewText(plan), value: change };
    });
    return chosen && this.change(uris, chosen);
  }

  /** Asks for a title, the present one at first, and renames a post or starts a copy of it with that title. */
  async askForTitle(
    uri: Uri,
    kind: 'rename' | 'duplicate',
    texts: Pick<TextQuestion, 'title' | 'placeholder'>,
  ): Promise<Uri | undefined> {
    const prompt = l10n.t('The file is named after the title.');
    const value = await this.parts.postLists.findTitle(uri);
    return this.askAndChange([uri], { ...texts, prompt, value }, (title) => ({ kind, title }));
  }

  private async plan(params: ChangePostsParams): Promise<ChangePostsResult> {
    const plan: ChangePostsResult | null = await sendRequest(this.parts.server, changePosts, params);
    return (
      plan ?? {
        edit: {},
        others: 0,
        posts: [],
        copies: [],
        refusals: [l10n.t('Galley failed at that. Run “Galley: Show Output” to read why.')],
      }
    );
  }

  /**
   * Applies a plan as one step that can be undone, saves what it wrote and shows the post where it is one; undefined
   * when the writer has looked at it and does not want it.
   */
  private async apply(plan: ChangePostsResult, linkUpdate: LinkUpdate): Promise<Uri | undefined> {
    const [first, ...more] = plan.posts;
    if (!first) return undefined;
    const edit = await toWorkspaceEdit(await this.parts.server.whenRunning(), plan, linkUpdate);
    if (more.length === 0 && first.created === undefined) await addUndoStep(edit, first);
    await this.rememberNewFolders(plan);
    const isApplied = await this.parts.ownMoves.run(() => workspace.applyEdit(edit));
    if (!isApplied && linkUpdate === 'preview') return undefined;
    if (!isApplied)
      throw new Error(l10n.t('Nothing was changed: VS Code refused the edit. Save the open posts and try again.'));
    const target = Uri.parse(first.uri);
    if (more.length === 0) await showSaved(target);
    await saveAll(edit);
    reportChange(plan);
    return target;
  }

  private async rememberNewFolders({ posts }: ChangePostsResult): Promise<void> {
    for (const { uri, from, created } of posts)
      await this.parts.newFolders.remember(Uri.parse(uri), created === undefined ? Uri.parse(from) : undefined);
  }
}

/**
 * Shows a post and saves it. What an extension opens itself stays open for minutes, also where the post no longer is;
 * so VS Code opens it. What a formatter does to a file that is saved would be a step of its own, and undo would take
 * back that one only.
 */
async function showSaved(target: Uri): Promise<void> {
  await commands.executeCommand('vscode.open', target, { preview: false });
  await commands.executeCommand('workbench.action.files.saveWithoutFormatting');
  await findOpenDocument(target)?.save();
}

/**
 * Saves the posts of an edit, as VS Code does after a refactoring of its own where the writer has not told it
 * otherwise.
 */
async function saveAll(edit: WorkspaceEdit): Promise<void> {
  if (!workspace.getConfiguration('files').get('refactoring.autoSave', true)) return;
  await Promise.all(edit.entries().map(([uri]) => findOpenDocument(uri)?.save()));
}
