export { createSchema } from './schema.ts';
