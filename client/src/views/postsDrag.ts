import type { DataTransfer, TreeDragAndDropController } from 'vscode';
import { commands, DataTransferItem } from 'vscode';
import { isInStateGroup } from './postGroups.ts';
import type { PostRow, Row } from './postItems.ts';

const rowsMimeType = 'application/vnd.code.tree.galley.posts';

/** Posts can be dragged into an editor, where they become links, and onto another state, which publishes them or takes them back. */
export const postsDragAndDrop: TreeDragAndDropController<Row> = {
  dragMimeTypes: ['text/uri-list'],
  dropMimeTypes: [rowsMimeType],
  handleDrag: (rows, transfer: DataTransfer) => {
    const uris = new Set(rows.filter(isPostRow).map(({ uri }) => uri.toString()));
    transfer.set('text/uri-list', new DataTransferItem([...uris].join('\r\n')));
    transfer.set(rowsMimeType, new DataTransferItem(rows));
  },
  handleDrop: async (target, transfer) => {
    const row = target?.kind === 'post' || target?.kind === 'more' ? target.parent : target;
    const rows = transfer.get(rowsMimeType)?.value as readonly Row[] | undefined;
    if (row?.kind !== 'group' || row.grouping !== 'state' || !rows) return;
    const command = { published: 'galley.publish', scheduled: 'galley.schedule', draft: 'galley.unpublish' }[
      row.group.id
    ];
    const moving = rows.filter(isPostRow).filter(({ post }) => !isInStateGroup(row.group.id, post));
    if (command !== undefined && moving.length > 0) await commands.executeCommand(command, moving[0], moving);
  },
};

function isPostRow(row: Row): row is PostRow {
  return row.kind === 'post';
}
