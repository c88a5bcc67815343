// node run.js MODULE [ARGUMENTS]: what child processes are started with, for their modules are TypeScript too.
import { pathToFileURL } from 'node:url';
import { importSource } from './import-source.js';

// The module sees its arguments where it would see them without this file.
process.argv.splice(1, 1);
await importSource(pathToFileURL(process.argv[1]));
