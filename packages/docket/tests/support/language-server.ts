import { unified } from 'unified';
import { createUnifiedLanguageServer } from 'unified-language-server';

// The server of remark as editors run it: it reads `.remarkrc.js` of the workspace.
createUnifiedLanguageServer({
  configurationSection: 'remark',
  defaultProcessor: unified(),
  ignoreName: '.remarkignore',
  packageField: 'remarkConfig',
  pluginPrefix: 'remark',
  processorName: 'remark',
  processorSpecifier: 'remark',
  rcName: '.remarkrc',
});
