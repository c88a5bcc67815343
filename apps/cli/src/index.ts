export { dropEmptySettings, type SettingName, settingOption } from './settings.ts';
export { InterruptedError, untilInterrupted } from './until-interrupted.ts';
