/** Why a workspace leaves out what is on the disk, or what is wrong with what it read nevertheless (`not UTF-8`). */
export type OmissionReason =
  | 'outside'
  | 'behind a link'
  | 'no file'
  | 'UTF-16'
  | 'binary'
  | 'too large'
  | 'not UTF-8'
  | 'name'
  | 'denied'
  | 'unreadable'
  | 'gone';

/** A file, folder or symbolic link that a workspace met and of which it shows nothing. */
export interface Omission {
  /** Its canonical URI. */
  readonly uri: string;
  readonly type: 'file' | 'folder' | 'link';
  readonly reason: OmissionReason;
}

const notRead: Readonly<Record<Exclude<OmissionReason, 'outside' | 'behind a link' | 'not UTF-8'>, string>> = {
  'no file': 'it is no regular file',
  'UTF-16': 'it is UTF-16; save it as UTF-8',
  binary: 'it is binary',
  'too large': 'it is larger than 10 MB',
  name: 'its name is not UTF-8; rename it',
  denied: 'its permissions do not allow it',
  unreadable: 'the system answers with an error',
  gone: 'it is not there any more',
};

/** One sentence for a writer: what was left out, under the name that is given, and why. */
export function describeOmission(name: string, reason: OmissionReason): string {
  switch (reason) {
    case 'outside':
      return `"${name}" leads out of the folder that Galley looks at, so it is not followed: begin in a folder that holds both.`;
    case 'behind a link':
      return `"${name}" is a link to a folder, met behind another one, and is not followed.`;
    case 'not UTF-8':
      return `"${name}" is not all UTF-8, and what is none was read as "\uFFFD": save it as UTF-8.`;
    default:
      return `Cannot read "${name}": ${notRead[reason]}.`;
  }
}
