// Writes apps/api/schema.graphql, which the web app is typed by: npx tsx scripts/print-schema.ts
import { writeFileSync } from 'node:fs';
import { printSchema } from 'graphql';
import { createSchema } from '../apps/api/src/schema.ts';

writeFileSync(new URL('../apps/api/schema.graphql', import.meta.url), `${printSchema(createSchema())}\n`);
