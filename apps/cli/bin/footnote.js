#!/usr/bin/env node
// JavaScript, so that npm can link it at install.
import { importSource } from '@footnote/launcher';

const { main } = await importSource(new URL('../src/main.ts', import.meta.url));
await main(process.argv);
