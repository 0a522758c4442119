/** Folders whose files generators publish at the root of the site, the likeliest first; '' is the site's own. */
export const publicFolders: readonly string[] = ['', 'static', 'public', 'source', 'src', 'assets'];

/** Folders in which sites keep or build their style sheets, the likeliest first: what a build wrote comes before sources. */
export const styleFolders: readonly string[] = [
  '_site/assets/css',
  '_site/assets',
  '_site/css',
  'public/css',
  'public',
  'dist',
  '_site',
  'assets/css',
  'assets',
  'static/css',
  'static',
  'css',
  'styles',
  'src/styles',
  'source/css',
  '',
];
