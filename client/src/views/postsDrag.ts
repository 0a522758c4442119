import type { TreeDragAndDropController } from 'vscode';
import { commands, DataTransferItem } from 'vscode';
import { isInStateGroup } from './postGroups.ts';
import type { PostRow, Row } from './postItems.ts';

/** The media type of rows that are dragged from this view. */
const rowsMimeType = 'application/vnd.code.tree.galley.posts';

/** The commands that bring a post into a group by state. */
const stateCommands: Readonly<Record<string, string>> = {
  published: 'galley.publish',
  scheduled: 'galley.schedule',
  draft: 'galley.unpublish',
};

/**
 * Lets posts be dragged into an editor, where they become links, and into another group by state, which publishes,
 * schedules or unpublishes them.
 */
export const postsDragAndDrop: TreeDragAndDropController<Row> = {
  dragMimeTypes: ['text/uri-list'],
  dropMimeTypes: [rowsMimeType],
  handleDrag: (rows, transfer) => {
    const uris = new Set(rows.filter(isPostRow).map(({ uri }) => uri.toString()));
    transfer.set('text/uri-list', new DataTransferItem([...uris].join('\r\n')));
    transfer.set(rowsMimeType, new DataTransferItem(rows));
  },
  handleDrop: async (target, transfer) => {
    const group = target?.kind === 'post' || target?.kind === 'more' ? target.parent : target;
    const rows = transfer.get(rowsMimeType)?.value as readonly Row[] | undefined;
    if (group?.kind !== 'group' || group.grouping !== 'state' || !rows) return;
    const { id } = group.group;
    const command = stateCommands[id];
    const moving = rows.filter(isPostRow).filter(({ post }) => !isInStateGroup(id, post));
    if (command !== undefined && moving.length > 0) await commands.executeCommand(command, moving[0], moving);
  },
};

function isPostRow(row: Row): row is PostRow {
  return row.kind === 'post';
}
