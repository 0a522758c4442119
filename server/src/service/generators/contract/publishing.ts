/** How the writers of a generator's sites publish and unpublish a post. Paths are relative to the site root. */
export interface Publishing {
  /** Front matter keys that make a post a draft; the first is written where neither the post nor a sibling uses another. Empty where the generator knows none. */
  readonly flags: readonly PublicationFlag[];
  /** Keys that the site's own code may read as draft flags; they are used where this post or its siblings have them. */
  readonly siteConventions?: readonly PublicationFlag[];
  /** Keys of the date of a post, the one to write first. */
  readonly dateKeys: readonly string[];
  /** Keys of the dates between which a post is published. */
  readonly scheduleKeys?: readonly string[];
  /** An example of the date format that is used where neither the post nor a sibling has a date. */
  readonly dateSample: string;
  /** Whether publishing a draft replaces its date with the current time, or keeps a date that has passed. */
  readonly draftDateOnPublish: 'replace' | 'keep';
  /** `draft` and `Draft` are the same key. */
  readonly areKeysCaseInsensitive?: true;
  /** How drafts move where they have a folder of their own. */
  readonly folders?: DraftFolders;
}

/** A front matter key that makes a post a draft. */
export interface PublicationFlag {
  readonly key: string;
  readonly draftValue: boolean | string;
  readonly publishedValue: boolean | string;
}

/** Paths of drafts and of the posts they become. */
interface DraftFolders {
  /** Returns the path of a draft after it is published on `day` (`2024-05-01`); `siblings` are the paths of posts, the newest first. Undefined for a file that is not in a folder of drafts. */
  getPublishedPath(path: string, day: string, siblings: readonly string[]): string | undefined;
  /** Returns the path of a post after it is made a draft again; undefined for a file that cannot be one. */
  getDraftPath(path: string): string | undefined;
  /** A folder next to the post with the name of its file without the extension is its asset folder and moves with it. */
  readonly hasAssetFolders?: true;
}

/** `draft: true`. */
export const draftFlag: PublicationFlag = { key: 'draft', draftValue: true, publishedValue: false };

/** `published: false`. */
export const publishedFlag: PublicationFlag = { key: 'published', draftValue: false, publishedValue: true };

/** Draft flags that are common on sites whose generator has none of its own. */
export const conventionalFlags: readonly PublicationFlag[] = [
  draftFlag,
  publishedFlag,
  { key: 'status', draftValue: 'draft', publishedValue: 'published' },
  { key: 'isDraft', draftValue: true, publishedValue: false },
];
