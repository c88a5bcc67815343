#!/usr/bin/env node
// JavaScript, so that npm can link it at install; the sources are TypeScript, run through tsx.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('../src/main.ts');
await main(process.argv);
