export { createSchema } from './schema.ts';
export { type RunningServer, type ServerOptions, startServer } from './start-server.ts';
