// Writes apps/api/schema.graphql, which the client is typed by: npx tsx scripts/print-schema.ts
import { writeFileSync } from 'node:fs';
import { createSchema } from '@footnote/api';
import { printSchema } from 'graphql';

writeFileSync(new URL('../apps/api/schema.graphql', import.meta.url), `${printSchema(createSchema())}\n`);
