export { EXIT } from './exit-status.ts';
export { main } from './main.ts';
