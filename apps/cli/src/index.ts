export { EXIT } from './exit-status.ts';
export { main } from './main.ts';
export { dropEmptySettings, settingOption } from './settings.ts';
export { untilInterrupted } from './until-interrupted.ts';
