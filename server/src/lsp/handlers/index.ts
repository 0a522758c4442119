import { editing } from './editing.ts';
import type { Handler } from './handler.ts';
import { insertion } from './insertion.ts';
import { navigation } from './navigation.ts';
import { posts } from './posts.ts';
import { preview } from './preview.ts';

export type { Handler, RequestContext } from './handler.ts';
export { getDocumentUri } from './handler.ts';

/**
 * Every request about posts that Galley answers. Positions become offsets on the way in, offsets positions on the way
 * out.
 */
export const handlers: readonly Handler[] = [...navigation, ...editing, ...insertion, ...posts, ...preview];
