/** How the writers of a generator's sites put a post on the site and take it off again. Paths are relative to the site root. */
export interface Publishing {
  /** Keys that hold a post back, each with the value that does; the first is the one to write where nobody shows another. None where that is the site's own affair. */
  readonly flags: readonly Flag[];
  /** Other keys by which sites hold posts back on their own account, to be followed where this post or its siblings have them. */
  readonly siteConventions?: readonly Flag[];
  /** Keys that hold the date of a post, the one to write first. */
  readonly dateKeys: readonly string[];
  /** Keys of dates between which a post is published. */
  readonly scheduleKeys?: readonly string[];
  /** A date as it is written where neither the post nor a sibling shows a style. */
  readonly dateSample: string;
  /** Whether a draft's own date gives way to the moment at which it is published, or stays when it has passed. */
  readonly draftDate: 'gives way' | 'stays';
  /** `draft` and `Draft` are one key. */
  readonly keysInAnyCase?: true;
  /** Drafts lie in a folder of their own. */
  readonly folders?: DraftFolders;
}

/** A key that holds a post back. */
export interface Flag {
  readonly key: string;
  /** The value that holds back, and the one that lets go. */
  readonly draftValue: boolean | string;
  readonly publishedValue: boolean | string;
}

/** Where drafts lie and where they go. */
interface DraftFolders {
  /** The path of a draft once it is published on a day (`2024-05-01`), `siblings` being the paths of posts, the newest first; undefined for what is no draft by its place. */
  published(path: string, day: string, siblings: readonly string[]): string | undefined;
  /** The path of a post once it is a draft again; undefined for what cannot be one. */
  draft(path: string): string | undefined;
  /** A folder beside the post, named as its file without the extension, belongs to it and moves along. */
  readonly ownFolders?: true;
}

/** `draft: true`. */
export const draftFlag: Flag = { key: 'draft', draftValue: true, publishedValue: false };

/** `published: false`. */
export const publishedFlag: Flag = { key: 'published', draftValue: false, publishedValue: true };

/** What sites whose generator leaves drafts to them usually write. */
export const ownFlags: readonly Flag[] = [
  draftFlag,
  publishedFlag,
  { key: 'status', draftValue: 'draft', publishedValue: 'published' },
  { key: 'isDraft', draftValue: true, publishedValue: false },
];
