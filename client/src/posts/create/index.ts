import { commands, l10n, Uri, window, workspace } from 'vscode';
import type { NewPostPlace, NewPostResult } from '../../../../server/src/protocol/index.ts';
import { newPost, newPostPlaces } from '../../../../server/src/protocol/index.ts';
import { askForText } from '../../prompts/askForText.ts';
import type { LanguageServer } from '../../server/languageServer.ts';
import { sendRequest } from '../../server/requests.ts';
import type { NewFolders } from '../newFolders.ts';
import { createFiles } from './files.ts';
import { chooseLanguage } from './language.ts';
import type { PostKind } from './place.ts';
import { choosePlace } from './place.ts';

/**
 * What tests and other extensions may pass instead of answering questions: a place's label or id, the title, and the
 * code of a language.
 */
interface NewPostArguments {
  readonly place?: string;
  readonly title?: string;
  readonly language?: string;
}

/** What is known of a new post before it has a title. */
interface PostDraft {
  readonly place: NewPostPlace;
  readonly kind: PostKind;
  readonly language?: string;
}

/** Creates posts: asks where, in which language and with which title, and opens the post where writing starts. */
export class PostCreator {
  constructor(
    private readonly server: LanguageServer,
    private readonly newFolders: NewFolders,
  ) {}

  /**
   * Creates a post or a draft near the folder or file of the argument; resolves to its URI, undefined when the writer
   * leaves.
   */
  async create(kind: PostKind, argument: unknown): Promise<Uri | undefined> {
    if (!workspace.workspaceFolders?.length) return offerFolder();
    const { place: wantedPlace, title, language: wantedLanguage } = toArguments(argument);
    const places = await sendRequest(this.server, newPostPlaces, toNearby(argument));
    const place = await choosePlace(places, kind, wantedPlace);
    if (!place) return undefined;
    const implied = argument instanceof Uri ? place.language : undefined;
    const fallback = title === undefined ? implied : place.languages?.[0]?.code;
    const language = await chooseLanguage(place, kind, wantedLanguage ?? fallback);
    if (language === undefined && place.languages) return undefined;
    const draft: PostDraft = { place, kind, ...(language !== undefined && { language }) };
    const plan = title === undefined ? await this.askForTitle(draft) : await this.plan(draft, title);
    return plan && createFiles(plan, this.newFolders);
  }

  private askForTitle(draft: PostDraft): Promise<NewPostResult | undefined> {
    const { kind, place } = draft;
    const question = {
      title: kind === 'draft' ? l10n.t('New Draft in {0}', place.label) : l10n.t('New Post in {0}', place.label),
      placeholder: l10n.t('Title of the post'),
      prompt: l10n.t('Type a title; the file goes to {0}.', place.detail),
    };
    return askForText(question, async (title) => {
      const plan = await this.plan(draft, title);
      const { path, url, exists } = plan;
      return {
        prompt: url === null ? l10n.t('Creates {0}', path) : l10n.t('Creates {0} → {1}', path, url),
        ...(exists && { refusal: l10n.t('{0} exists already. Choose another title.', path) }),
        value: plan,
      };
    });
  }

  private async plan({ place, kind, language }: PostDraft, title: string): Promise<NewPostResult> {
    const plan = await sendRequest(this.server, newPost, {
      place: place.id,
      title,
      draft: kind === 'draft',
      ...(language !== undefined && { language }),
      now: Date.now(),
    });
    if (!plan) throw new Error(l10n.t('{0} is no longer there. Run “Galley: New Post” again.', place.detail));
    return plan;
  }
}

async function offerFolder(): Promise<undefined> {
  const choice = await window.showInformationMessage(
    l10n.t('A new post needs a site: open the folder of yours first.'),
    l10n.t('Open Folder'),
  );
  if (choice) await commands.executeCommand('workbench.action.files.openFolder');
}

function toArguments(argument: unknown): NewPostArguments {
  return typeof argument === 'object' && argument !== null && !(argument instanceof Uri) ? argument : {};
}

/**
 * Where to look for a place first: the folder the writer clicked on, else the active editor's file, else the first
 * folder.
 */
function toNearby(argument: unknown): { readonly near?: string } {
  const active = window.activeTextEditor?.document.uri ?? workspace.workspaceFolders?.[0]?.uri;
  const near = argument instanceof Uri ? argument : active;
  return near ? { near: near.toString() } : {};
}
