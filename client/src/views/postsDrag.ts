import type { DataTransfer, TreeDragAndDropController } from 'vscode';
import { commands, DataTransferItem } from 'vscode';
import type { Row } from './postItems.ts';

const ownType = 'application/vnd.code.tree.galley.posts';

/** Posts can be dragged into an editor, where they become links, and onto another state, which publishes them or takes them back. */
export const postsDrag: TreeDragAndDropController<Row> = {
  dragMimeTypes: ['text/uri-list'],
  dropMimeTypes: [ownType],
  handleDrag: (rows, transfer: DataTransfer) => {
    const uris = rows.flatMap((row) => (row.kind === 'post' ? [row.uri.toString()] : []));
    transfer.set('text/uri-list', new DataTransferItem(uris.join('\r\n')));
    transfer.set(ownType, new DataTransferItem(rows));
  },
  handleDrop: async (target, transfer) => {
    const group = target?.kind === 'post' ? target.parent : target;
    const rows = transfer.get(ownType)?.value as readonly Row[] | undefined;
    if (group?.kind !== 'group' || group.grouping !== 'state' || !rows) return;
    const command = { published: 'galley.publish', scheduled: 'galley.schedule', draft: 'galley.unpublish' }[group.group.id];
    if (command === undefined) return;
    for (const row of rows) if (row.kind === 'post' && row.parent !== group) await commands.executeCommand(command, row.uri);
  },
};
